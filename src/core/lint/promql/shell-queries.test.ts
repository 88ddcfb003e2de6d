import {describe, expect, it} from 'vitest';
import {parseRunbook} from '../../document';
import type {LintNode} from '../node';
import {visitNodes} from '../walk';

function nodesOf(source: string): readonly LintNode[] {
  const nodes: LintNode[] = [];
  visitNodes(parseRunbook(source, {path: 'a.md'}), {}, node => nodes.push(node));
  return nodes;
}

describe('queries in shell blocks', () => {
  it.each([
    ['# Query: sum(rate(a_total[5m]))', ['comment sum(rate(a_total[5m]))']],
    ['kubectl get pods  # Prometheus query: up{job="a"} == 0', ['comment up{job="a"} == 0']],
    ['# PromQL: rate(a_total[5m]', ['comment rate(a_total[5m]']],
    ['# Query: the last ten statements (slow ones)', []],
    ['# Query: sum(\n#   rate(a_total[5m]))', ['comment sum(\n> #   rate(a_total[5m]))']],
    ['# Query:\n# rate(a_total[5m])', ['comment rate(a_total[5m])']],
    [
      '# Query: rate(a_total[5m]\n# Query: up{a="b"}',
      ['comment rate(a_total[5m]\ncomment up{a="b"}'],
    ],
    ['# Query: `rate(a_total[5m])`', ['comment rate(a_total[5m])']],
    ['# Error rate: rate(a_total{b="c"}[5m])', ['comment rate(a_total{b="c"}[5m])']],
    ['# Query: rate(a_total{b="c"}[5m]) > 5 is bad', ['comment rate(a_total{b="c"}[5m]) > 5']],
    ['# rate(a_total{b="c"}[5m]) is bad above 5', []],
    ['# Query: rate(a_total{b="<c>"}[<range>])', ['comment rate(a_total{b="<c>"}[<range>])']],
    ['# Query: rate({a="b"} |= "c" [5m])', []],
    ['# Note: max(10) of them, see foo[5m]', []],
    ["QUERY='rate(a_total[5m]'", ['argument rate(a_total[5m]']],
    ["QUERY='select max(a) from b'", []],
    ["http GET p:9090/api/v1/query query=='up > 1'", ['argument up > 1']],
    ["open 'http://p/graph?g0.expr=rate(a%5B5m%5D)&g0.tab=0'", ['url rate(a[5m])']],
    [
      `open 'https://g/explore?left=%7B%22queries%22:%5B%7B%22expr%22:%22up%22%7D%5D%7D'`,
      ['url up'],
    ],
    [`open 'https://g/explore?left={"datasource":"loki","queries":[{"expr":"up"}]}'`, []],
    ['curl "http://p/api/v1/query?query=rate(a\\[5m\\])"', ['url rate(a\\[5m\\])']],
    [`kubectl exec p-0 -- sh -c "wget -qO- 'http://p/api/v1/query?query=up'"`, ['url up']],
    ['curl \'http://p:9090/api/v1/query?query=up{job="a"}&time=1\'', ['url up{job="a"}']],
    ['curl "http://p/api/v1/query?query=up%7Bjob%3D%22a%22%7D+%3E+1"', ['url up{job="a"}', '> 1']],
    ['curl -G http://p/api/v1/query --data-urlencode \'query=up{a="b+c"}\'', ['url up{a="b+c"}']],
    ["curl -d 'query=up%3D%3D1&time=5' http://p/api/v1/query", ['url up==1']],
    [
      "kubectl get --raw '/api/v1/namespaces/m/services/p:9090/proxy/api/v1/query?query=up'",
      ['url up'],
    ],
    ["promtool query instant http://p:9090 'up == 0'", ['argument up == 0']],
    ["promtool query range --step 5m http://p:9090 'up == 0'", ['argument up == 0']],
    ['curl "$URL/api/v1/query?query=$QUERY"', ['url $QUERY']],
    ['curl \'http://loki/loki/api/v1/query?query={app="a"}\'', []],
    ["curl 'http://search/find?query=up{'", []],
    ["sudo bash -c 'promtool query instant http://p up'", ['argument up']],
  ])('are found in %s', (script, expected) => {
    const source = `> \`\`\`bash\n${script.replace(/^/gm, '> ')}\n> \`\`\`\n`;
    const found = nodesOf(source).flatMap(node => {
      if (node.kind !== 'query') return [];
      const {start, end} = node.place(0, node.text.length);
      const written = source.slice(start.offset, end.offset);
      return [
        `${node.origin} ${written.includes('%') ? decodeURIComponent(written.replaceAll('+', ' ')) : written}`,
      ];
    });
    expect(found.join('\n')).toBe(expected.join(' '));
  });

  it('point at the character behind each code of an address', () => {
    const source = '```bash\ncurl "http://p/api/v1/query?query=%C3%A9%7Ba%3D1"\n```\n';
    const query = nodesOf(source).find(node => node.kind === 'query');
    if (query?.kind !== 'query') throw new Error('no query');
    expect(query.text).toBe('é{a=1');
    const places = Array.from(query.text, (_, at) => {
      const {start, end} = query.place(at, at + 1);
      return source.slice(start.offset, end.offset);
    });
    expect(places).toEqual(['%C3%A9', '%7B', 'a', '%3D', '1']);
  });
});
