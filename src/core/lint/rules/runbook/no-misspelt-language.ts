import {defineRule} from '../../rule';

/** Languages that runbooks are full of, and that have no neighbours one slip away but those below. */
const COMMON = [
  'bash',
  'shell',
  'console',
  'promql',
  'yaml',
  'json',
  'python',
  'powershell',
  'markdown',
  'dockerfile',
  'javascript',
];

/** Languages that only look like a slip. */
const KNOWN = new Set(
  'ash dash tcsh gash mash zsh shells pshell jsonc json5 jsonl ndjson bson cson ijson hjson yml xaml caml ocaml yara cython jython python2 python3 ipython pythons jsons logql consoles markdownx mdx pwsh'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'runbook/no-misspelt-language',
  summary: 'Disallow a slip of the pen in the language of a code block',
  why: 'The block has no colours and no copy button for commands, and nothing checks or runs what is in it.',
  severity: 'warning',
  messages: {
    misspelt: 'Found the language `{{language}}`, expected `{{similar}}`.',
  },
  examples: {
    good: [
      {
        title: 'languages that only few know',
        source: '```dash\nls\n```\n\n```jsonc\n{} // none\n```\n\n```mermaid\ngraph LR\n```\n',
      },
    ],
    bad: [
      {
        title: 'two letters the wrong way round, and one that is missing',
        source: '```bsah\nls\n```\n\n```prmql {"name":"up"}\nsum(up)\n```\n',
        reports: [
          '1:4-1:8 Found the language `bsah`, expected `bash`.',
          '5:4-5:9 Found the language `prmql`, expected `promql`.',
        ],
        fixed: '```bash\nls\n```\n\n```promql {"name":"up"}\nsum(up)\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      block({language, fenced, infoSpan}) {
        if (!fenced || language.length < 4 || COMMON.includes(language) || KNOWN.has(language))
          return;
        const similar = COMMON.find(name => isOneSlip(language, name));
        if (similar === undefined) return;
        const {line, column, offset} = infoSpan.start;
        const end = {line, column: column + language.length, offset: offset + language.length};
        const at = {start: infoSpan.start, end};
        report({
          at,
          message: 'misspelt',
          data: {language, similar},
          fix: [{span: at, text: similar}],
        });
      },
    };
  },
});

/** One letter too many, too few, another one, or two neighbours swapped; the first one is right. */
function isOneSlip(word: string, name: string): boolean {
  if (word[0] !== name[0]) return false;
  const at = Array.from(name).findIndex((letter, index) => letter !== word[index]);
  const rest = at === -1 ? name.length : at;
  const [left, right] = [word.slice(rest), name.slice(rest)];
  const isSwap = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    isSwap || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
  );
}
