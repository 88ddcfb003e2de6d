import {isBefore, metricOf} from '../../../promql';
import type {Matcher, VectorSelector} from '../../../promql';
import {boundAsStored} from '../../promql/bucket-bound';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-integer-bound',
  summary: 'Disallow values of `le` and `quantile` that Prometheus 3 writes differently',
  why: 'Since version 3 Prometheus stores them as floats, `1` as `1.0`: a matcher with the old form selects nothing.',
  severity: 'warning',
  messages: {
    bound:
      'Found `{{found}}`, expected `{{wanted}}`: Prometheus 3 stores the value as `{{value}}`.',
  },
  examples: {
    good: [
      {
        title: 'as stored, and a pattern that takes both',
        source:
          '```promql\nsql_studio_jobs_duration_seconds_bucket{le="1.0"}\n\nsql_studio_jobs_duration_seconds_bucket{le=~"1(\\\\.0)?"}\n\nsql_studio_jobs_duration_seconds_bucket{le="+Inf"}\n\ngo_gc_duration_seconds{quantile="0.75"}\n```\n',
      },
      {
        title: 'an older target',
        source: '```promql\nsql_studio_jobs_duration_seconds_bucket{le="1"}\n```\n',
        target: {prometheus: '2.53'},
      },
    ],
    bad: [
      {
        title: 'whole numbers',
        source:
          '```promql\nsum(rate(sql_studio_jobs_duration_seconds_bucket{le="1"}[5m]))\n\nsql_studio_sync_data_size_bytes_bucket{le!="1000000"}\n\ngo_gc_duration_seconds{quantile="1"}\n\na_bucket{le=~"1|5"}\n```\n',
        reports: [
          '2:50-2:56 Found `le="1"`, expected `le="1.0"`: Prometheus 3 stores the value as `1.0`.',
          '4:40-4:53 Found `le!="1000000"`, expected `le!="1e+06"`: Prometheus 3 stores the value as `1e+06`.',
          '6:24-6:36 Found `quantile="1"`, expected `quantile="1.0"`: Prometheus 3 stores the value as `1.0`.',
          '8:10-8:19 Found `le=~"1|5"`, expected `le=~"1\\\\.0|5\\\\.0"`: Prometheus 3 stores the value as `1\\\\.0|5\\\\.0`.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    return {
      query(query) {
        if (isBefore(workspace.target.prometheus, '3.0')) return;
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          for (const matcher of boundsIn(expr)) {
            const value = isPattern(matcher)
              ? storedPattern(matcher)
              : boundAsStored(matcher.value);
            if (value === undefined || value === matcher.value) continue;
            const found = textOf(query, matcher);
            const wanted = `${matcher.name}${matcher.operator}"${value}"`;
            const at = query.place(matcher.start, matcher.end);
            report({at, message: 'bound', data: {found, wanted, value}});
          }
        });
      },
    };
  },
});

/** A gauge may have a label of that name; only buckets and summaries are rewritten. */
function boundsIn(selector: VectorSelector): readonly Matcher[] {
  const isOfBuckets = metricOf(selector)?.endsWith('_bucket') !== false;
  return selector.matchers.filter(
    ({name, value}) => ((name === 'le' && isOfBuckets) || name === 'quantile') && !isOpen(value),
  );
}

function isPattern({operator}: Matcher): boolean {
  return operator === '=~' || operator === '!~';
}

/** `1|5|10` as Prometheus 3 has the values; undefined where one of them is no whole number. */
function storedPattern({value}: Matcher): string | undefined {
  const [, open = '', list = '', close = ''] = /^(\(?)([^()]*)(\)?)$/.exec(value) ?? [];
  const parts = list.split('|');
  const stored = parts.map(part => (/^\d+$/.test(part) ? boundAsStored(part) : undefined));
  if (stored.includes(undefined)) return undefined;
  const escaped = stored.map(part => part?.replace(/[.+]/g, String.raw`\\$&`));
  return `${open}${escaped.join('|')}${close}`;
}
