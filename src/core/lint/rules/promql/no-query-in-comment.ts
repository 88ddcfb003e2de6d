import type {Comment} from '../../../shell';
import {parsePromql, walkPromql} from '../../../promql';
import {defineRule} from '../../rule';

const LABELLED =
  /^\s*(?:(?:prometheus|promql|prom|metrics?|grafana)\s+)?(?:query|promql|expr(?:ession)?)\s*:\s*/i;

export default defineRule({
  id: 'promql/no-query-in-comment',
  summary: 'Disallow PromQL in the comments of a shell block',
  why: 'In a comment a query is text: no tool checks it, runs it or copies it without the words around it.',
  severity: 'warning',
  messages: {
    comment: 'Found the query `{{query}}` in a comment, expected a `promql` block of its own.',
  },
  examples: {
    good: [
      {
        title: 'a query in a block, and a comment that is one',
        source:
          '```promql\nsum(rate(sql_studio_http_requests_total[5m]))\n```\n\n```bash\n# Query: the last ten slow statements\nkubectl logs web-0 --tail=10\n```\n',
      },
    ],
    bad: [
      {
        title: 'a query that nothing runs',
        source:
          '```bash\n# Query: sum(rate(sql_studio_http_requests_total[5m]))\nkubectl get pods\n```\n',
        reports: [
          '2:10-2:55 Found the query `sum(rate(sql_studio_http_requests_total[5m]))` in a comment, expected a `promql` block of its own.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script({shell, place}) {
        for (const comment of shell.comments) {
          const query = queryIn(comment);
          if (query === undefined) continue;
          const at = place(comment.end - query.length, comment.end);
          report({at, message: 'comment', data: {query}});
        }
      },
    };
  },
});

function queryIn({text}: Comment): string | undefined {
  const label = LABELLED.exec(text)?.[0];
  const query = label === undefined ? '' : text.slice(label.length);
  return isQuery(query) ? query : undefined;
}

/** One word parses as a metric too; only brackets or braces make sure that it is no prose. */
function isQuery(query: string): boolean {
  if (!/[[({]|_\w+ [-+*/<>=]/.test(query)) return false;
  const {expr, errors} = parsePromql(query.trim());
  if (expr === undefined || errors.length > 0) return false;
  let selects = false;
  walkPromql(expr, ({kind}) => {
    if (kind === 'vectorSelector') selects = true;
  });
  return selects;
}
