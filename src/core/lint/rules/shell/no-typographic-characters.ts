import {programName} from '../../../shell';
import type {SimpleCommand, Word} from '../../../shell';
import {defineRule} from '../../rule';

const QUOTES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
};
const DASHES: Readonly<Record<string, {readonly name: string; readonly plain: string}>> = {
  '‐': {name: 'a typographic hyphen', plain: '-'},
  '‑': {name: 'a typographic hyphen', plain: '-'},
  '–': {name: 'an en dash', plain: '-'},
  '—': {name: 'an em dash', plain: '--'},
  '−': {name: 'a minus sign', plain: '-'},
};
const SPACE = /[\u00a0\u2002-\u200a\u202f\u205f\u3000]/;
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/;
const SUSPECT = new RegExp(
  `[${Object.keys(QUOTES).join('')}${Object.keys(DASHES).join('')}]|${SPACE.source}|${UNSEEN.source}`,
  'g',
);
/** They print their arguments, so that a typographic quote is text. */
const PRINTERS = new Set(['echo', 'printf']);

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
        source:
          '```bash\n# “Slow” – more than 2 s\necho "it’s – slow" don’t\necho “quite slow”\ngit log v1–v2\n```\n',
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
      {
        title: 'quotes around several words, and blanks that are none',
        source:
          '```bash\ngrep ‘connection refused’ /var/log/syslog\nkubectl\u00a0get pods\u200b\n```\n',
        reports: [
          "2:6-2:7 Found a typographic quote (`‘`) in a command, expected `'`.",
          "2:25-2:26 Found a typographic quote (`’`) in a command, expected `'`.",
          '3:8-3:9 Found a typographic space (`U+00A0`) in a command, expected a space.',
          '3:17-3:18 Found a character without width (`U+200B`) in a command, expected nothing.',
        ],
        fixed: "```bash\ngrep 'connection refused' /var/log/syslog\nkubectl get pods\n```\n",
      },
    ],
  },
  check({report}) {
    return {
      command({command, place}) {
        if (command.text.search(SUSPECT) === -1) return;
        const words = wordsOf(command);
        const quoted = quotedWords(words, command);
        for (const {start, character} of words.flatMap(word => suspects(word, quoted))) {
          const {name, plain} = describe(character);
          const at = place(start, start + 1);
          const wanted =
            plain.trim() === '' ? (plain === '' ? 'nothing' : 'a space') : `\`${plain}\``;
          const fix = [{span: at, text: plain}];
          report({at, message: 'typographic', data: {name, found: shown(character), wanted}, fix});
        }
      },
    };
  },
});

type Suspect = {readonly start: number; readonly character: string};

function wordsOf({words, assignments, redirects}: SimpleCommand): readonly Word[] {
  const others = [...assignments.map(({value}) => value), ...redirects.map(({target}) => target)];
  return [...words, ...others.filter(word => word !== undefined)];
}

const OPENS = /^[“„‟‘‚]|=[“„‟‘‚]/;
const CLOSES = /[“”‘’]$/;

/** Words between a quote that opens and one that closes, which bash sees as separate words. */
function quotedWords(words: readonly Word[], {name}: SimpleCommand): ReadonlySet<Word> {
  const quoted = new Set(words.filter(({text}) => text.length > 1 && isQuoted(text)));
  if (PRINTERS.has(programName(name) ?? '')) return quoted;
  const first = words.findIndex(({text}) => OPENS.test(text) && !isQuoted(text));
  const last = words.findIndex(({text}, index) => index > first && CLOSES.test(text));
  if (first === -1 || last === -1) return quoted;
  return new Set([...quoted, ...words.slice(first, last + 1)]);
}

function isQuoted(text: string): boolean {
  return OPENS.test(text) && CLOSES.test(text);
}

/** Outside quotes: quotes around words, a dash before a flag, blanks anywhere. */
function suspects(word: Word, quoted: ReadonlySet<Word>): readonly Suspect[] {
  const {parts} = word;
  return parts
    .filter(({kind, quote}) => kind === 'literal' && quote === 'none')
    .flatMap(part =>
      Array.from(part.text.matchAll(SUSPECT), ({0: character, index}) => ({
        start: part.start + index,
        character,
        isFirst: part === parts[0] && index === 0,
        next: part.text[index + 1] ?? '',
      })),
    )
    .filter(({character, isFirst, next}) => {
      if (character in DASHES) return isFirst && /[a-z-]/i.test(next);
      return character in QUOTES ? quoted.has(word) : true;
    });
}

function describe(character: string): {readonly name: string; readonly plain: string} {
  const quote = QUOTES[character];
  if (quote !== undefined) return {name: 'a typographic quote', plain: quote};
  const dash = DASHES[character];
  if (dash !== undefined) return dash;
  if (SPACE.test(character)) return {name: 'a typographic space', plain: ' '};
  return {name: 'a character without width', plain: ''};
}

/** What nobody can see is shown by its number. */
function shown(character: string): string {
  if (character in QUOTES || character in DASHES) return character;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
