import {defineRule} from '../../rule';
import {scrapeInterval} from '../../promql/scrape-interval';
import {shortRanges} from '../../promql/short-range';

export default defineRule({
  id: 'inventory/prefer-longer-range',
  summary: 'Require ranges of four scrape intervals',
  why: 'With two or three samples in the range, one failed scrape leaves a gap in the graph, and an alert that was about to fire starts to wait anew.',
  severity: 'info',
  messages: {
    tight: 'Found `{{fn}}` over `[{{range}}]`, expected four scrapes at least: `{{path}}` scrapes every {{interval}}.',
  },
  examples: {
    good: [
      {
        title: 'four scrapes long',
        source: '```promql\nrate(web_requests_total[2m])\n```\n',
        files: {
          'monitor.yml':
            'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  endpoints:\n    - port: http\n      interval: 30s\n',
        },
      },
    ],
    bad: [
      {
        title: 'two scrapes long',
        source: '```promql\nincrease(web_requests_total[1m])\n```\n',
        files: {
          'monitor.yml':
            'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: web\nspec:\n  endpoints:\n    - port: http\n      interval: 30s\n',
        },
        reports: ['2:29-2:31 Found `increase` over `[1m]`, expected four scrapes at least: `monitor.yml` scrapes every 30s.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    const interval = inventory && scrapeInterval(inventory);
    return {
      query(query) {
        for (const {at, data} of shortRanges(query, interval, {from: 2, below: 4})) {
          // `irate` looks at the last two samples only.
          if (data.fn !== 'irate') report({at, message: 'tight', data});
        }
      },
    };
  },
});
