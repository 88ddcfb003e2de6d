import type {PrismTheme} from 'prism-react-renderer';

type Palette = {
  readonly text: string;
  readonly ground: string;
  readonly comment: string;
  readonly string: string;
  readonly number: string;
  readonly keyword: string;
  readonly call: string;
  readonly name: string;
  readonly mark: string;
};

/** Every colour has a contrast of at least 4.5 on its ground. */
export const lightCode = themeOf({
  text: '#1d2330',
  ground: '#f6f7fa',
  comment: '#5f6878',
  string: '#0b6b4f',
  number: '#8a4200',
  keyword: '#8b1f8f',
  call: '#3b35b8',
  name: '#0a5a8a',
  mark: '#4d566b',
});

export const darkCode = themeOf({
  text: '#dfe3ee',
  ground: '#141821',
  comment: '#8e98ad',
  string: '#7ee0b5',
  number: '#f5b878',
  keyword: '#eba3ef',
  call: '#b3b0ff',
  name: '#83c9f4',
  mark: '#a3adc2',
});

function themeOf(palette: Palette): PrismTheme {
  return {
    plain: {color: palette.text, backgroundColor: palette.ground},
    styles: [
      {types: ['comment', 'prolog', 'cdata'], style: {color: palette.comment, fontStyle: 'italic'}},
      {types: ['string', 'attr-value', 'char', 'inserted'], style: {color: palette.string}},
      {types: ['number', 'boolean', 'constant', 'context-range'], style: {color: palette.number}},
      {types: ['keyword', 'atrule', 'deleted', 'vector-match'], style: {color: palette.keyword}},
      {types: ['function', 'builtin', 'aggregation'], style: {color: palette.call}},
      {
        types: [
          'variable',
          'property',
          'tag',
          'attr-name',
          'label-key',
          'parameter',
          'context-labels',
        ],
        style: {color: palette.name},
      },
      {types: ['operator', 'punctuation', 'entity'], style: {color: palette.mark}},
      {types: ['important', 'bold'], style: {fontWeight: 'bold'}},
    ],
  };
}
