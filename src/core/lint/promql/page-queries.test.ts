import {describe, expect, it} from 'vitest';
import {parseRunbook} from '../../document';
import type {LintNode} from '../node';
import {visitNodes} from '../walk';

function nodesOf(source: string): readonly LintNode[] {
  const nodes: LintNode[] = [];
  visitNodes(parseRunbook(source, {path: 'a.md'}), {}, node => nodes.push(node));
  return nodes;
}

/** What stands in the page at the place of each query. */
function queriesIn(source: string): readonly string[] {
  return nodesOf(source).flatMap(node => {
    if (node.kind !== 'query') return [];
    const {start, end} = node.place(0, node.text.length);
    return [`${node.origin} ${source.slice(start.offset, end.offset)}`];
  });
}

describe('queries in links', () => {
  it.each([
    ['[graph](http://p:9090/graph?g0.expr=up%20%3D%3D%200&g0.tab=1)', ['url up%20%3D%3D%200']],
    ['<https://p/query?g0.expr=up&g1.expr=a>', ['url up', 'url a']],
    ['[a](https://g/explore?left=%7B%22queries%22:[%7B%22expr%22:%22up%22%7D]%7D)', ['url up']],
    ['[api](http://p/api/v1/query?query=up)', ['url up']],
    ['[a]: http://p/graph?g0.expr=up\n\n[b][a]', ['url up']],
    ['[a](http://p/graph?g0.expr={{query}})', []],
    ['[a](https://g/d/abc?var-query=up) [b](/graph?g0.expr=up)', []],
    ['[a](https://search/query?query=up)', []],
    ['See http://p/graph?g0.expr=rate(a%5B5m%5D and more', []],
  ])('are found in %s', (source, expected) => {
    expect(queriesIn(source)).toEqual(expected);
  });
});

describe('queries in the YAML of a page', () => {
  it.each([
    ['- alert: A\n  expr: up == 0', ['rule up == 0']],
    ['groups:\n- rules:\n  - record: a:b\n    expr: |\n      sum(up)', ['rule sum(up)']],
    [
      'kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: A\n      expr: "up"',
      ['rule up'],
    ],
    ['expr: up == 0', []],
    ['- alert: A\n  expr: {{ .Values.expr }}', []],
    ['- alert: A\n  expr: rate({a="b"} |= "c" [5m])', ['rule rate({a="b"} |= "c" [5m])']],
  ])('are found in %j', (yaml, expected) => {
    expect(queriesIn(`\`\`\`yaml\n${yaml}\n\`\`\`\n`).map(query => query.trim())).toEqual(expected);
  });
});
