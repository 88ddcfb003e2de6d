import {describe, expect, it} from 'vitest';
import {lint} from './lint';
import {defineRule} from './rule';
import {readSetting} from './rule-options';

const rule = {
  severity: 'error',
  options: {
    plugins: {summary: 'Plugins', pattern: /^[a-z]+$/, example: ['neat', 'ctx']},
    words: {summary: 'Words', example: ['a']},
  },
} as const;

describe('readSetting', () => {
  it('takes a severity alone', () => {
    expect(readSetting(rule, 'off')).toEqual({
      severity: 'off',
      options: {plugins: [], words: []},
      problems: [],
    });
  });

  it('keeps the severity of the rule where the setting has only options', () => {
    expect(readSetting(rule, {plugins: ['neat']})).toEqual({
      severity: 'error',
      options: {plugins: ['neat'], words: []},
      problems: [],
    });
  });

  it('says what does not fit, and keeps what does', () => {
    expect(
      readSetting(rule, {severity: 'info', plugin: 1, plugins: ['neat', 'B', 3], words: 'a'}),
    ).toEqual({
      severity: 'info',
      options: {plugins: ['neat'], words: []},
      problems: [
        {path: ['plugin'], code: 'unknown-option', expected: 'plugins'},
        {path: ['plugins', 1], code: 'misfit', expected: 'neat'},
        {path: ['plugins', 2], code: 'misfit', expected: 'neat'},
        {path: ['words'], code: 'no-list', expected: '[a]'},
      ],
    });
  });

  it('takes nothing for an option of a rule without options', () => {
    expect(readSetting({severity: 'info'}, {toString: ['a']}).problems).toEqual([
      {path: ['toString'], code: 'unknown-option', expected: undefined},
    ]);
  });
});

describe('the options of a rule', () => {
  it('are typed by what the rule declares', () => {
    const house = defineRule({
      id: 'shell/no-foo',
      summary: 'Disallow foo',
      why: 'It was replaced.',
      severity: 'error',
      messages: {foo: 'Found `{{word}}`.'},
      options: {allowedWords: {summary: 'Words', example: ['foo']}},
      examples: {
        good: [{title: 'a', source: '', options: {allowedWords: ['foo']}}],
        // @ts-expect-error There is no such option.
        bad: [{title: 'b', source: '', options: {words: []}, reports: ['1:1-1:1 x']}],
      },
      check({report, options}) {
        // @ts-expect-error There is no such option.
        void options.words;
        return {
          block({text, span}) {
            const word = text.trim();
            if (!options.allowedWords.includes(word))
              report({at: span, message: 'foo', data: {word}});
          },
        };
      },
    });
    const files = [{path: 'a.md', source: '```text\nbar\n```\n'}];
    const found = (allowedWords: readonly string[]) =>
      lint(files, {plugins: [house], rules: {'shell/no-foo': {allowedWords}}}).map(
        ({message}) => message,
      );
    expect([found([]), found(['bar'])]).toEqual([['Found `bar`.'], []]);
  });
});
