import {foreignText} from '../../promql/foreign-text';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'promql/no-foreign-text',
  summary: 'Disallow prompts, prose and ellipses in a `promql` block',
  why: 'The block is copied into Prometheus as it stands, which takes a query and nothing else.',
  severity: 'error',
  messages: {
    prompt: 'Found the prompt `{{found}}`, expected the query alone.',
    prose:
      'Found the words `{{found}}`, expected a query; a sentence goes above the block or behind `#`.',
    ellipsis: 'Found `{{found}}`, expected the whole query.',
  },
  examples: {
    good: [
      {
        title: 'two queries, one with a comment',
        source:
          '```promql\n# all requests...\nsum(rate(sql_studio_http_requests_total[5m]))\n\nsum by (job) (up) unless on (job) sum by (job) (up == 1)\n```\n',
      },
      {
        title: 'three dots in a string',
        source:
          '```promql\nsql_studio_http_requests_total{endpoint=~"/api/...", method="GET"}\n```\n',
      },
    ],
    bad: [
      {
        title: 'a prompt',
        source: '```promql\n$ sum(rate(sql_studio_http_requests_total[5m]))\n```\n',
        reports: ['2:1-2:3 Found the prompt `$`, expected the query alone.'],
        fixed: '```promql\nsum(rate(sql_studio_http_requests_total[5m]))\n```\n',
      },
      {
        title: 'a sentence, and a query that is not all there',
        source:
          '```promql\nErrors of each endpoint:\nsum(rate(sql_studio_http_requests_total{...}[5m]))\n...\n```\n',
        reports: [
          '2:1-2:25 Found the words `Errors of each endpoint:`, expected a query; a sentence goes above the block or behind `#`.',
          '3:41-3:44 Found `...`, expected the whole query.',
          '4:1-4:4 Found `...`, expected the whole query.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      block({family, text, place}) {
        if (family !== 'promql') return;
        for (const {kind, start, end} of foreignText(text)) {
          const at = place(start, end);
          const data = {found: text.slice(start, end)};
          if (kind === 'prompt') report({at, message: kind, data, fix: [{span: at, text: ''}]});
          else report({at, message: kind, data});
        }
      },
    };
  },
});
