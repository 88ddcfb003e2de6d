import {programName} from '../../../shell';
import type {Word, WordPart} from '../../../shell';
import type {CommandNode} from '../../node';
import {defineRule} from '../../rule';

const FIELD = /^(?:\d+|NF|NR)$/;
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
      command(node) {
        const {command, place} = node;
        if (command.within.some(({kind}) => kind === 'function') || setsArguments(node)) return;
        for (const [index, word] of command.words.entries()) {
          const field = fieldIn(word, command.words.slice(0, index));
          if (field === undefined) continue;
          const isProgram = programName(command.name)?.endsWith('awk') === true;
          const isSafe = isProgram && isOnlyFields(word);
          const fix = [
            {span: place(word.start, word.start + 1), text: "'"},
            {span: place(word.end - 1, word.end), text: "'"},
          ];
          const wanted = isProgram ? 'single quotes' : `\`\\${field.text}\``;
          const at = place(field.start, field.end);
          const data = {field: field.text, wanted};
          report({at, message: 'field', data, ...(isSafe && {fix})});
        }
      },
    };
  },
});

/** `set -- a b` gives `$1` a value. */
function setsArguments({script}: CommandNode): boolean {
  return script.shell.commands.some(
    ({name, args}) => name?.value === 'set' && args.some(({value}) => value === '--'),
  );
}

/** The first field in double quotes of an awk program: the word itself, or one in a nested script. */
function fieldIn(word: Word, before: readonly Word[]): WordPart | undefined {
  const isProgram =
    before.some(other => /^[gmn]?awk$/.test(programName(other) ?? '')) &&
    before.at(-1)?.value !== '-v';
  const index = word.parts.findIndex(
    part =>
      part.kind === 'variable' &&
      part.quote === 'double' &&
      part.operator === undefined &&
      FIELD.test(part.name),
  );
  const field = word.parts[index];
  if (field === undefined) return undefined;
  const texts = word.parts.slice(0, index).map(part => part.text);
  const text = texts.join('').slice(-LONGEST_PROGRAM);
  const isNested = /\bawk\b[^|]*'[^']*$/.test(text);
  return (isProgram && /\{[^}]*$/.test(text)) || isNested ? field : undefined;
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
