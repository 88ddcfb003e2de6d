import {defineRule} from '../../rule';
import {unknownFunction} from '../../promql/unknown-function';

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
        title: 'an address and a comment',
        source:
          '```bash\ncurl -fG http://prometheus:9090/api/v1/query --data-urlencode \'query=sum(rate(http_requests_total[5m])\'\ncurl -f "http://prometheus:9090/api/v1/query?query=up%7Bjob%3D%22a%22"\n# Query: sum by (pod (rate(http_requests_total[5m]))\n```\n',
        reports: [
          '2:73-2:74 Prometheus refuses this: unclosed left parenthesis.',
          '3:54-3:57 Prometheus refuses this: unexpected end of input inside braces.',
          '4:22-4:23 Prometheus refuses this: unexpected "(" in grouping opts, expected "," or ")".',
        ],
      },
      {
        title: 'what the target does not know yet',
        source: '```promql\n{"http.requests", job="web"}\n```\n',
        target: {prometheus: '2.53'},
        reports: [
          '2:2-2:17 Prometheus refuses this: a quoted name needs Prometheus 3.0, the target is 2.53.',
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
          // A rule of its own says more about them.
          if (unknownFunction(message) !== undefined) continue;
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
