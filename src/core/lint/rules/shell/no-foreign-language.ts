import {parsePromql, walkPromql} from '../../../promql';
import type {Expr} from '../../../promql';
import {defineRule} from '../../rule';

const KINDS: readonly {readonly language: string; readonly pattern: RegExp}[] = [
  {
    language: 'yaml',
    pattern: /^\s*(?:---\s*\n\s*)?apiVersion:\s*\S+\s*\n(?:.*\n)*?[ \t]*kind:\s*\w/,
  },
  {
    language: 'sql',
    pattern:
      /^\s*(?:SELECT\s[^;|]*\sFROM\s|INSERT\s+INTO\s|UPDATE\s+[\w."]+\s+SET\s|DELETE\s+FROM\s|ALTER\s+TABLE\s|CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\s|VACUUM(?:\s+\w+)?\s*;|EXPLAIN\s+(?:ANALYZE\s+)?SELECT\s)/i,
  },
  {language: 'json', pattern: /^\s*\{\s*\n\s*"[^"\n]+"\s*:/},
];

export default defineRule({
  id: 'shell/no-foreign-language',
  summary: 'Disallow YAML, JSON, SQL and PromQL in a block of shell',
  why: 'The block is shown in the wrong colours, no tool checks what is in it, and whoever pastes it gets an error for each line.',
  severity: 'warning',
  messages: {
    foreign:
      'Found {{name}} in a block of language `{{found}}`, expected the language `{{language}}`.',
  },
  examples: {
    good: [
      {
        title: 'a block of its own, and a here-document',
        source:
          "```sql\nSELECT * FROM jobs;\n```\n\n```bash\nkubectl apply -f - <<'EOF'\napiVersion: v1\nkind: ConfigMap\nEOF\nselect name in a b; do echo; done\n```\n",
      },
    ],
    bad: [
      {
        title: 'a query for Prometheus',
        source: '```bash\nsum(rate(sql_studio_http_requests_total{status="500"}[5m]))\n```\n',
        reports: [
          '1:4-1:8 Found PromQL in a block of language `bash`, expected the language `promql`.',
        ],
        fixed: '```promql\nsum(rate(sql_studio_http_requests_total{status="500"}[5m]))\n```\n',
      },
      {
        title: 'a manifest, a statement and an answer',
        source:
          '```sh\napiVersion: v1\nkind: ConfigMap\n```\n\n```bash\nSELECT id FROM jobs WHERE state = \'failed\';\n```\n\n```bash\n{\n  "status": "ok"\n}\n```\n',
        reports: [
          '1:4-1:6 Found YAML in a block of language `sh`, expected the language `yaml`.',
          '6:4-6:8 Found SQL in a block of language `bash`, expected the language `sql`.',
          '10:4-10:8 Found JSON in a block of language `bash`, expected the language `json`.',
        ],
        fixed:
          '```yaml\napiVersion: v1\nkind: ConfigMap\n```\n\n```sql\nSELECT id FROM jobs WHERE state = \'failed\';\n```\n\n```json\n{\n  "status": "ok"\n}\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      script({block, document}) {
        const {text, step, infoSpan, fenced, language: found} = block;
        if (step !== undefined || !fenced || found === '') return;
        const language = languageOf(text);
        if (language === undefined) return;
        const {offset} = infoSpan.start;
        const at = document.places.span(offset, offset + found.length);
        const data = {name: NAMES[language] ?? language, found, language};
        report({at, message: 'foreign', data, fix: [{span: at, text: language}]});
      },
    };
  },
});

const NAMES: Readonly<Record<string, string>> = {
  yaml: 'YAML',
  json: 'JSON',
  sql: 'SQL',
  promql: 'PromQL',
};

/** The beginning says what a text is; nobody writes a query that is longer. */
const LONGEST_QUERY = 4000;

function languageOf(text: string): string | undefined {
  const kind = KINDS.find(({pattern}) => pattern.test(text.slice(0, LONGEST_QUERY)));
  return kind?.language ?? (isQuery(text) ? 'promql' : undefined);
}

/** One word parses as a metric too; a function around a selector is no command of a shell. */
function isQuery(text: string): boolean {
  if (text.length > LONGEST_QUERY) return false;
  if (!/^\s*\w+\s*(?:by\s*\([^)]*\)\s*)?\(|^\s*\w+\{[^}]*[=!]~?"/.test(text)) return false;
  const {expr, errors} = parsePromql(text.trim());
  return expr !== undefined && errors.length === 0 && selects(expr);
}

function selects(expr: Expr): boolean {
  let found = false;
  walkPromql(expr, ({kind}) => {
    if (kind === 'vectorSelector') found = true;
  });
  return found;
}
