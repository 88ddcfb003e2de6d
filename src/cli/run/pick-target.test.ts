import {expect, it} from 'vitest';
import {buildRegistry} from '../../core';
import {targetsOf} from './pick-target';

const FENCE = '```';

it('offers the runbooks with their effects, then each step', () => {
  const source = [
    '---',
    'title: Requests fail',
    'runbook:',
    '  alert: HighErrorRate',
    '---',
    '',
    `${FENCE}promql {"name":"ratio"} title="Share of errors"`,
    'up',
    FENCE,
    '',
    `${FENCE}bash {"name":"mend","effect":"change"}`,
    'echo mended',
    FENCE,
    '',
  ].join('\n');
  expect(targetsOf(buildRegistry([{path: 'page.md', source}]))).toEqual([
    {label: 'page', detail: 'Requests fail · HighErrorRate · read, change', keywords: []},
    {label: 'page#ratio', detail: 'query · Share of errors', keywords: ['up', 'HighErrorRate']},
    {
      label: 'page#mend',
      detail: 'change · echo mended',
      keywords: ['echo mended', 'HighErrorRate'],
    },
  ]);
});
