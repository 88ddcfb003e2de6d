import type {Word} from '../../../shell';
import {defineRule} from '../../rule';

const NAMES: Readonly<Record<string, {readonly name: string; readonly plain: string}>> = {
  '“': {name: 'a typographic quote', plain: '"'},
  '”': {name: 'a typographic quote', plain: '"'},
  '„': {name: 'a typographic quote', plain: '"'},
  '‘': {name: 'a typographic quote', plain: "'"},
  '’': {name: 'a typographic quote', plain: "'"},
  '–': {name: 'an en dash', plain: '-'},
  '—': {name: 'an em dash', plain: '--'},
  '\u00a0': {name: 'a no-break space', plain: ' '},
  '\u200b': {name: 'a zero-width space', plain: ''},
  '\ufeff': {name: 'a zero-width space', plain: ''},
};

export default defineRule({
  id: 'shell/no-typographic-characters',
  summary: 'Disallow quotes, dashes and blanks of typesetting in commands',
  why: 'A word processor put them there. bash takes `“` for a letter and `–n` for an argument, so the command means something else than it shows.',
  severity: 'error',
  messages: {typographic: 'Found {{name}} (`{{found}}`) in a command, expected {{wanted}}.'},
  examples: {
    good: [
      {
        title: 'in comments, in texts, and as an apostrophe',
        source: '```bash\n# “Slow” – more than 2 s\necho "it’s – slow" don’t\n```\n',
      },
    ],
    bad: [
      {
        title: 'pasted from a word processor',
        source: '```bash\nkubectl get pods –n sql-studio -l “app=web”\n```\n',
        reports: [
          '2:18-2:19 Found an en dash (`–`) in a command, expected `-`.',
          '2:35-2:36 Found a typographic quote (`“`) in a command, expected `"`.',
          '2:43-2:44 Found a typographic quote (`”`) in a command, expected `"`.',
        ],
        fixed: '```bash\nkubectl get pods -n sql-studio -l "app=web"\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      command({command, place}) {
        for (const {start, character} of command.words.flatMap(suspects)) {
          const {name, plain} = NAMES[character] ?? {name: 'a character', plain: ''};
          const at = place(start, start + 1);
          const wanted = plain === '' ? 'nothing' : `\`${plain}\``;
          const fix = [{span: at, text: plain}];
          report({at, message: 'typographic', data: {name, found: character, wanted}, fix});
        }
      },
    };
  },
});

type Suspect = {readonly start: number; readonly character: string};

/** Outside quotes: quotes around a whole word, a dash before a flag, blanks anywhere. */
function suspects({parts, text}: Word): readonly Suspect[] {
  const isQuoted = /^[“”„‘’].*[“”‘’]$|=[“”„‘’].*[“”‘’]$/.test(text);
  return parts
    .filter(({kind, quote}) => kind === 'literal' && quote === 'none')
    .flatMap(part =>
      Array.from(part.text.matchAll(/[“”„‘’–—\u00a0\u200b\ufeff]/g), ({0: character, index}) => ({
        start: part.start + index,
        character,
        isFirst: part === parts[0] && index === 0,
        next: part.text[index + 1] ?? '',
      })),
    )
    .filter(({character, isFirst, next}) => {
      if (/[–—]/.test(character)) return isFirst && /[a-z]/i.test(next);
      return isQuoted || /[\u00a0\u200b\ufeff]/.test(character);
    });
}
