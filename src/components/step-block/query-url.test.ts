import {expect, test} from 'vitest';
import {exploreUrl, prometheusUrl} from './query-url';

const query = 'sum by (pod) (up{pod=~"a+b&c#d"}) > 0';

test('opens the query in Prometheus as it is', () => {
  const url = new URL(prometheusUrl('https://example.org/prometheus/', query));
  expect(url.origin + url.pathname).toBe('https://example.org/prometheus/graph');
  expect([...url.searchParams]).toEqual([
    ['g0.expr', query],
    ['g0.tab', '1'],
  ]);
  expect(url.hash).toBe('');
});

test('opens the query in Grafana, in its default data source or a named one', () => {
  const plain = new URL(exploreUrl({url: 'https://grafana.example.org'}, query));
  expect(plain.pathname).toBe('/explore');
  expect(JSON.parse(plain.searchParams.get('panes') ?? '')).toEqual({
    query: {queries: [{refId: 'A', expr: query}], range: {from: 'now-1h', to: 'now'}},
  });
  const named = new URL(exploreUrl({url: 'https://grafana.example.org', datasource: 'p1'}, query));
  expect(JSON.parse(named.searchParams.get('panes') ?? '')).toEqual({
    query: {
      datasource: 'p1',
      queries: [{refId: 'A', expr: query, datasource: {type: 'prometheus', uid: 'p1'}}],
      range: {from: 'now-1h', to: 'now'},
    },
  });
});
