import {expect, test} from 'vitest';
import {markUses} from './mark-uses';

test('cuts a use out of its tokens, even where it spans several', () => {
  const lines = [
    [
      {types: ['plain'], content: 'get '},
      {types: ['string'], content: '"pod/${'},
      {types: ['variable'], content: 'POD'},
      {types: ['string'], content: '}-x"'},
    ],
    [{types: ['plain'], content: '\n', empty: true}],
    [{types: ['variable'], content: '$POD'}],
  ];
  const uses = [
    {name: 'POD', start: 9, end: 15, as: 'quoted'} as const,
    {name: 'POD', start: 20, end: 24, as: 'word'} as const,
  ];
  const marked = markUses(lines, uses).map(({start, pieces}) => ({
    start,
    pieces: pieces.map(({token, use}) => `${use === undefined ? '' : 'use '}${token.content}`),
  }));
  expect(marked).toEqual([
    {start: 0, pieces: ['get ', '"pod/', 'use ${', '-x"']},
    {start: 19, pieces: ['\n']},
    {start: 20, pieces: ['use $POD']},
  ]);
});
