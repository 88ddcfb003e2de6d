import {boundAsStored} from '../../promql/bucket-bound';
import {familyOf, hasCatalogue} from '../../promql/metric-labels';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'inventory/no-unknown-bucket',
  summary: 'Disallow a bound that no bucket of the histogram has',
  why: 'Only the bounds that the program was built with exist: a share below any other one is always empty.',
  severity: 'error',
  messages: {
    bucket: 'Found `le="{{le}}"`, expected a bound of `{{metric}}` in `{{path}}`, such as {{near}}.',
  },
  examples: {
    good: [
      {
        title: 'a bound in either form',
        source:
          '```promql\nrate(web_seconds_bucket{le="1"}[5m])\n\nrate(web_seconds_bucket{le="1.0"}[5m])\n\nrate(web_seconds_bucket{le="+Inf"}[5m])\n```\n',
        files: {
          'metrics.prom':
            '# TYPE web_seconds histogram\nweb_seconds_bucket{le="1"} 1\nweb_seconds_bucket{le="2.5"} 1\nweb_seconds_bucket{le="+Inf"} 1\n',
        },
      },
    ],
    bad: [
      {
        title: 'a bound between two buckets',
        source: '```promql\nrate(web_seconds_bucket{le="2.0"}[5m])\n```\n',
        files: {
          'metrics.prom':
            '# TYPE web_seconds histogram\nweb_seconds_bucket{le="1"} 1\nweb_seconds_bucket{le="2.5"} 1\nweb_seconds_bucket{le="+Inf"} 1\n',
        },
        reports: ['2:28-2:33 Found `le="2.0"`, expected a bound of `web_seconds` in `metrics.prom`, such as `1.0` or `2.5`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      query(query) {
        if (!hasCatalogue(inventory)) return;
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          const family = familyOf(inventory, expr);
          if (family === undefined || family.buckets.length === 0) return;
          for (const {name, operator, value, valueSpan} of expr.matchers) {
            if (name !== 'le' || operator !== '=' || value === '' || isOpen(value)) continue;
            if (family.buckets.some(bucket => isSameBound(bucket, value))) continue;
            report({
              at: query.place(valueSpan.start, valueSpan.end),
              message: 'bucket',
              data: {
                le: value,
                metric: family.name,
                path: family.path,
                near: nearestTo(value, family.buckets),
              },
            });
          }
        });
      },
    };
  },
});

function isSameBound(bucket: string, value: string): boolean {
  return bucket === value || (boundAsStored(bucket) ?? bucket) === (boundAsStored(value) ?? value);
}

function nearestTo(value: string, buckets: readonly string[]): string {
  const wanted = Number(value);
  const bounds = buckets.filter(bucket => Number.isFinite(Number(bucket)));
  const near = Number.isNaN(wanted)
    ? bounds
    : bounds.toSorted((a, b) => Math.abs(Number(a) - wanted) - Math.abs(Number(b) - wanted));
  const shown = near.slice(0, 2).toSorted((a, b) => Number(a) - Number(b));
  return shown.map(bound => `\`${boundAsStored(bound) ?? bound}\``).join(' or ');
}
