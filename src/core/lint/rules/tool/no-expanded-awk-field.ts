import {programName} from '../../../shell';
import type {Shell, SimpleCommand, Word, WordPart} from '../../../shell';
import {defineRule} from '../../rule';

const FIELD = /^(?:\d+|NF|NR)$/;
/** An open single quote behind `awk`. */
const NESTED = /\bawk\b[^|']*(?:'[^']*'[^|']*)*'[^']*$/;
const LONGEST_PROGRAM = 2000;

export default defineRule({
  id: 'tool/no-expanded-awk-field',
  summary: 'Disallow the fields of `awk` in double quotes',
  why: 'bash puts its own `$1`, which is empty, in the place of the field before awk sees it: `{print $1}` becomes `{print }`, the whole line.',
  severity: 'error',
  messages: {
    field:
      'Found `{{field}}` of awk in double quotes, where bash replaces it, expected {{wanted}}.',
  },
  examples: {
    good: [
      {
        title: 'in single quotes, escaped, or an argument of a function',
        source:
          '```bash\nkubectl get pods | awk \'{print $1}\'\nkubectl get pods | awk "{print \\$1}"\nkubectl exec web-0 -- sh -c "ps | awk \'{print \\$1}\'"\nfind_line() {\n  awk "NR == $1" "$2"\n}\n```\n',
      },
    ],
    bad: [
      {
        title: 'a field that the shell takes',
        source: '```bash\nkubectl get pods | awk "{print $1}"\n```\n',
        reports: [
          '2:32-2:34 Found `$1` of awk in double quotes, where bash replaces it, expected single quotes.',
        ],
        fixed: "```bash\nkubectl get pods | awk '{print $1}'\n```\n",
      },
      {
        title: 'in single quotes inside double quotes',
        source: '```bash\nkubectl exec web-0 -- sh -c "ps | awk \'{print $1}\'"\n```\n',
        reports: [
          '2:47-2:49 Found `$1` of awk in double quotes, where bash replaces it, expected `\\$1`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script({shell, place}) {
        if (setsArguments(shell)) return;
        for (const command of shell.commands.filter(isOutsideFunction)) {
          for (const {word, field} of fieldsIn(command)) {
            const isProgram = isAwk(command.name);
            const isSafe = isProgram && isOnlyFields(word);
            const fix = [
              {span: place(word.start, word.start + 1), text: "'"},
              {span: place(word.end - 1, word.end), text: "'"},
            ];
            const wanted = isProgram ? 'single quotes' : `\`\\${field.text}\``;
            const data = {field: field.text, wanted};
            const at = place(field.start, field.end);
            report({at, message: 'field', data, ...(isSafe && {fix})});
          }
        }
      },
    };
  },
});

/** `set -- a b` gives `$1` a value. */
function setsArguments({commands}: Shell): boolean {
  return commands.some(
    ({name, args}) => name?.value === 'set' && args.some(({value}) => value === '--'),
  );
}

function isOutsideFunction({within}: SimpleCommand): boolean {
  return within.every(({kind}) => kind !== 'function');
}

type Field = {readonly word: Word; readonly field: WordPart};

/** The first field in double quotes of each awk program: a word, or one in a script inside a word. */
function fieldsIn({words}: SimpleCommand): readonly Field[] {
  const awk = words.findIndex(isAwk);
  return words.flatMap((word, position) => {
    const index = word.parts.findIndex(isField);
    const field = word.parts[index];
    if (field === undefined) return [];
    const texts = word.parts.slice(0, index).map(part => part.text);
    const text = texts.join('').slice(-LONGEST_PROGRAM);
    const isArgument = awk !== -1 && position > awk && words[position - 1]?.value !== '-v';
    const isProgram = isArgument && /\{[^}]*$/.test(text);
    return isProgram || NESTED.test(text) ? [{word, field}] : [];
  });
}

function isAwk(word: Word | undefined): boolean {
  return /^[gmn]?awk$/.test(programName(word) ?? '');
}

function isField(part: WordPart): boolean {
  return (
    part.kind === 'variable' &&
    part.quote === 'double' &&
    part.operator === undefined &&
    FIELD.test(part.name)
  );
}

/** In single quotes everything stands for itself, so nothing else may have had a meaning. */
function isOnlyFields({text, parts}: Word): boolean {
  const inside = text.slice(1, -1);
  return (
    text.startsWith('"') &&
    text.endsWith('"') &&
    !/['"\\`]/.test(inside) &&
    parts.every(
      part => part.kind === 'literal' || (part.kind === 'variable' && FIELD.test(part.name)),
    )
  );
}
