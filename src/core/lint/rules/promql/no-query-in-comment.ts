import {defineRule} from '../../rule';

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
      query({origin, text, errors, place}) {
        if (origin !== 'comment' || errors.length > 0) return;
        report({at: place(0, text.length), message: 'comment', data: {query: text}});
      },
    };
  },
});
