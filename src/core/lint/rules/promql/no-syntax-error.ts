import {defineRule} from '../../rule';

export default defineRule({
  id: 'promql/no-syntax-error',
  summary: 'Disallow queries that Prometheus refuses',
  why: 'Prometheus answers with a parse error in the middle of an incident, or never loads the rule file at all.',
  severity: 'error',
  messages: {refused: 'Prometheus refuses this: {{message}}.'},
  examples: {
    good: [
      {
        title: 'two queries in one block, one with a variable of Grafana',
        source:
          '```promql\nsum by (pod) (rate(sql_studio_http_requests_total[5m]))\n\nrate(sql_studio_auth_attempts_total{status="failed"}[$__rate_interval])\n```\n',
      },
      {
        title: 'a rule file',
        path: 'rules.yml',
        source:
          'groups:\n  - name: sql-studio\n    rules:\n      - record: job:up:sum\n        expr: sum by (job) (up)\n',
      },
    ],
    bad: [
      {
        title: 'a parenthesis too few',
        source: '```promql\nsum(rate(sql_studio_http_requests_total[5m])\n```\n',
        reports: ['2:4-2:5 Prometheus refuses this: unclosed left parenthesis.'],
      },
      {
        title: 'a range where a vector is wanted',
        source: '```promql\nsum(sql_studio_http_requests_total[5m])\n```\n',
        reports: [
          '2:5-2:39 Prometheus refuses this: expected type instant vector in aggregation expression, got range vector.',
        ],
      },
      {
        title: 'a rule file',
        path: 'rules.yml',
        source:
          'groups:\n  - name: sql-studio\n    rules:\n      - record: job:up:sum\n        expr: |\n          sum by (job (up)\n',
        reports: [
          '6:23-6:24 Prometheus refuses this: unexpected "(" in grouping opts, expected "," or ")".',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query({errors, place}) {
        for (const {message, start, end} of errors) {
          report({
            at: place(start, end),
            message: 'refused',
            data: {message: message.replace(/\.$/, '')},
          });
        }
      },
    };
  },
});
