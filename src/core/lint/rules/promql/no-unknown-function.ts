import {AGGREGATIONS, FUNCTIONS, isAvailable, isBefore} from '../../../promql';
import {closest} from '../../../closest';
import {defineRule} from '../../rule';
import {unknownFunction} from '../../promql/unknown-function';

export default defineRule({
  id: 'promql/no-unknown-function',
  summary: 'Disallow functions that Prometheus does not have',
  why: 'Prometheus refuses the query, and a rule file with it does not load at all. Functions come and go with its versions; `target.prometheus` says which one is meant.',
  severity: 'error',
  messages: {
    unknown: 'Found the function `{{name}}`, expected one that Prometheus has.',
    similar: 'Found the function `{{name}}`, expected `{{similar}}`.',
    newer:
      'Found the function `{{name}}`, which came with Prometheus {{version}}; the target is {{target}}.',
    renamed:
      'Found the function `{{name}}`, which Prometheus {{version}} removed, expected `{{now}}`.',
  },
  examples: {
    good: [
      {
        title: 'a function that the target still has',
        source: '```promql\nholt_winters(sql_studio_sync_lag_seconds[1h], 0.5, 0.5)\n```\n',
        target: {prometheus: '2.53'},
      },
    ],
    bad: [
      {
        title: 'a slip of the pen, and a function of another language',
        source:
          '```promql\nincrese(sql_studio_http_requests_total[5m])\n\nstats_bucket(sql_studio_sync_lag_seconds)\n```\n',
        reports: [
          '2:1-2:8 Found the function `increse`, expected `increase`.',
          '4:1-4:13 Found the function `stats_bucket`, expected one that Prometheus has.',
        ],
      },
      {
        title: 'a function that has another name now',
        source: '```promql\nholt_winters(sql_studio_sync_lag_seconds[1h], 0.5, 0.5)\n```\n',
        reports: [
          '2:1-2:13 Found the function `holt_winters`, which Prometheus 3.0 removed, expected `double_exponential_smoothing`.',
        ],
      },
      {
        title: 'a function that the target does not have yet',
        source: '```promql\nhistogram_avg(rate(sql_studio_jobs_duration_seconds[5m]))\n```\n',
        target: {prometheus: '2.42'},
        reports: [
          '2:1-2:14 Found the function `histogram_avg`, which came with Prometheus 2.51; the target is 2.42.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    const target = workspace.target.prometheus;
    return {
      query({errors, place}) {
        for (const {message, start, end} of errors) {
          const name = unknownFunction(message);
          if (name === undefined) continue;
          const at = place(start, end);
          const fn = FUNCTIONS.get(name);
          const now = SUCCESSORS.get(name);
          const similar = fn === undefined ? similarTo(name, target) : undefined;
          if (similar !== undefined) report({at, message: 'similar', data: {name, similar}});
          else if (fn?.since !== undefined && target !== undefined && isBefore(target, fn.since)) {
            report({at, message: 'newer', data: {name, version: fn.since, target}});
          } else if (fn?.removed !== undefined && now !== undefined) {
            report({at, message: 'renamed', data: {name, version: fn.removed, now}});
          } else report({at, message: 'unknown', data: {name}});
        }
      },
    };
  },
});

const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['holt_winters', 'double_exponential_smoothing'],
]);

function similarTo(name: string, target: string | undefined): string | undefined {
  const available = [...FUNCTIONS.values()].filter(fn => isAvailable(fn, target));
  return closest(name, [...available.map(fn => fn.name), ...AGGREGATIONS.keys()]);
}
