import {defineRule} from '../../rule';
import {scrapeInterval} from '../../promql/scrape-interval';
import {shortRanges} from '../../promql/short-range';

export default defineRule({
  id: 'inventory/no-short-range',
  summary: 'Disallow ranges that hold fewer than two samples',
  why: 'A rate needs two samples. With a range shorter than two scrape intervals there is mostly one in it: the query has no result, and an alert on it never fires.',
  severity: 'error',
  messages: {
    short: 'Found `{{fn}}` over `[{{range}}]`, expected `[{{wanted}}]` or more: `{{path}}` scrapes every {{interval}}.',
  },
  examples: {
    good: [
      {
        title: 'four scrapes long, and a range that a dashboard chooses',
        source: '```promql\nrate(web_requests_total[2m])\n\nrate(web_requests_total[$__interval])\n\nmax_over_time(web_sessions[30s])\n```\n',
        files: {
          'monitor.yml':
            'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  endpoints:\n    - port: http\n      interval: 30s\n',
        },
      },
      {
        title: 'an interval that nobody knows',
        source: '```promql\nrate(web_requests_total[5s])\n```\n',
      },
    ],
    bad: [
      {
        title: 'one sample',
        source: '```promql\nrate(web_requests_total[45s])\n```\n',
        files: {
          'monitor.yml':
            'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  endpoints:\n    - port: http\n      interval: 30s\n',
        },
        reports: ['2:25-2:28 Found `rate` over `[45s]`, expected `[2m]` or more: `monitor.yml` scrapes every 30s.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    const interval = inventory && scrapeInterval(inventory);
    return {
      query(query) {
        for (const short of shortRanges(query, interval, {from: 0, below: 2})) {
          const wanted = wordsFor(4 * short.interval.seconds);
          report({at: short.at, message: 'short', data: {...short.data, wanted}});
        }
      },
    };
  },
});

function wordsFor(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
