import {findFlag} from '../../../kubectl';
import type {Word} from '../../../shell';
import {hasFlag, isOc, pathOf} from '../../kubectl/call';
import {jsonpathProblem} from '../../kubectl/jsonpath';
import {defineRule} from '../../rule';

const FORMATS = new Set(
  'json yaml kyaml name wide jsonpath jsonpath-as-json jsonpath-file go-template go-template-file template templatefile custom-columns custom-columns-file'.split(
    ' ',
  ),
);
/** Formats that say nothing without a template behind `=`. */
const NEEDING = new Set(['jsonpath', 'jsonpath-as-json', 'go-template', 'custom-columns']);
/** Commands that print objects; in others `-o` is a file or a list of its own. */
const PRINTING =
  /^(?:get|events|apply|patch|label|annotate|expose|run|create(?: .*)?|config view)$/;

export default defineRule({
  id: 'kubectl/no-malformed-output',
  summary: 'Disallow output formats that kubectl refuses or prints as they are written',
  why: 'JSONPath without braces is plain text: kubectl prints the expression itself and says that all is well. Braces that do not match are an error.',
  severity: 'error',
  messages: {
    braces:
      'Found the JSONPath `{{path}}` without braces, which kubectl prints as it is, expected `{{mended}}`.',
    jsonpath: 'Found the JSONPath `{{path}}` with {{problem}}, expected {{wanted}}.',
    format:
      "Found the format `{{format}}`, expected one of kubectl's, such as `json`, `yaml`, `wide` or `name`.",
    columns:
      'Found the column `{{column}}`, expected a title, a colon and a path, such as `NAME:.metadata.name`.',
    bare: 'Found the format `{{format}}` without a template, expected `{{format}}=…` in one word.',
    split:
      'Found braces without quotes, which bash takes apart at `,` and `..`, expected quotes around `{{text}}`.',
  },
  examples: {
    good: [
      {
        title: 'formats in quotes',
        source:
          '```bash\nkubectl get pods -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\n"}{end}\'\nkubectl get pod web-0 -o=jsonpath={.status.podIP}\nkubectl get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName\nkubectl get pods -owide\nkubectl get pods -o jsonpath="$TEMPLATE"\n```\n',
      },
    ],
    bad: [
      {
        title: 'braces that are missing, or do not match',
        source:
          "```bash\nkubectl get pods -o jsonpath=.items[0].metadata.name\nkubectl get pods -o jsonpath='{.items[0].metadata.name'\n```\n",
        reports: [
          '2:21-2:53 Found the JSONPath `.items[0].metadata.name` without braces, which kubectl prints as it is, expected `{.items[0].metadata.name}`.',
          '3:21-3:56 Found the JSONPath `{.items[0].metadata.name` with a `{` that does not end, expected `}` at its end.',
        ],
      },
      {
        title: 'a template that stands apart',
        source: "```bash\nkubectl get pods -o jsonpath '{.items[0].metadata.name}'\n```\n",
        reports: [
          '2:21-2:29 Found the format `jsonpath` without a template, expected `jsonpath=…` in one word.',
        ],
      },
      {
        title: 'a format, a column and a list that bash takes apart',
        source:
          '```bash\nkubectl get pod web-0 -o yml\nkubectl get pods -o custom-columns=NAME.metadata.name\nkubectl get pod web-0 -o jsonpath={.spec,.status}\n```\n',
        reports: [
          "2:26-2:29 Found the format `yml`, expected one of kubectl's, such as `json`, `yaml`, `wide` or `name`.",
          '3:21-3:54 Found the column `NAME.metadata.name`, expected a title, a colon and a path, such as `NAME:.metadata.name`.',
          '4:26-4:50 Found braces without quotes, which bash takes apart at `,` and `..`, expected quotes around `jsonpath={.spec,.status}`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const flag = findFlag(node.kubectl, 'output');
        const word = flag?.valueWord;
        if (word === undefined || !PRINTING.test(pathOf(node)) || isOc(node)) return;
        const at = node.place(word.start, word.end);
        if (isTakenApart(word)) {
          report({at, message: 'split', data: {text: word.text}});
          return;
        }
        const [, format = '', text] = /^([^=]*)(?:=(.*))?$/s.exec(flag?.value ?? '') ?? [];
        if (flag?.value === undefined || PLACEHOLDER.test(flag.value)) return;
        if (text === undefined && NEEDING.has(format) && !hasFlag(node, 'template')) {
          report({at, message: 'bare', data: {format}});
        } else if (!FORMATS.has(format.toLowerCase())) {
          report({at, message: 'format', data: {format}});
        } else if (text !== undefined && /^jsonpath(?:-as-json)?$/.test(format)) {
          const problem = jsonpathProblem(text);
          if (problem?.kind === 'braces') {
            report({at, message: 'braces', data: {path: text, mended: `{${text}}`}});
          } else if (problem !== undefined) {
            report({at, message: 'jsonpath', data: {path: text, ...problem.data}});
          }
        } else if (text !== undefined && format === 'custom-columns') {
          const column = text.split(',').find(part => !part.includes(':'));
          if (column !== undefined) report({at, message: 'columns', data: {column}});
        }
      },
    };
  },
});

const PLACEHOLDER = /^(?:[A-Z][A-Z_]+|\W*)$|[<>|]/;

function isTakenApart({parts}: Word): boolean {
  return (
    parts.some(({kind, quote}) => kind === 'brace' && quote === 'none') &&
    parts.some(part => part.kind === 'literal' && /jsonpath|go-template/.test(part.value))
  );
}
