import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {loadInventory} from './load-inventory';
import type {InventoryProblem} from './types';

function manifests(source: string) {
  return loadInventory({kubernetes: [{path: 'app.yaml', source}]});
}

function rules(source: string) {
  return loadInventory({rules: [{path: 'rules.yml', source}]});
}

/** Each problem with what stands in the file at its place. */
function shown(problems: readonly InventoryProblem[], source: string) {
  return problems.map(({code, data, start, end}) => [code, data, source.slice(start, end)]);
}

describe('manifests', () => {
  it('reads every document, with the place of its name', () => {
    const source = [
      '# two of them',
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: web',
      '  namespace: shop',
      '  labels: {app: web, "tier": 1}',
      '---',
      '---',
      '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}',
    ].join('\r\n');
    const {objects, problems} = manifests(source);
    expect(problems).toEqual([]);
    expect(objects.map(({nameAt}) => source.slice(nameAt.start, nameAt.end))).toEqual([
      'web',
      '"shop"',
    ]);
    expect(objects[0]).toMatchObject({
      kind: 'object',
      apiVersion: 'v1',
      type: 'Service',
      name: 'web',
      namespace: 'shop',
      labels: {app: 'web', tier: '1'},
      path: 'app.yaml',
      start: 15,
    });
    expect(objects[1]).toMatchObject({type: 'Namespace', name: 'shop', namespace: undefined});
  });

  it('reads the items of lists, typed ones too', () => {
    const {objects} = manifests(`
apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Pod, metadata: {name: a}}
---
apiVersion: v1
kind: ConfigMapList
items:
  - metadata: {name: b}
`);
    expect(objects.map(({type, name, apiVersion}) => [apiVersion, type, name])).toEqual([
      ['v1', 'Pod', 'a'],
      ['v1', 'ConfigMap', 'b'],
    ]);
  });

  it('resolves aliases and merge keys', () => {
    const {objects, problems} = manifests(`
apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
  base: &base {x: "1", y: "2"}
  other: {<<: *base, y: "3"}
  same: *base
`);
    expect(problems).toEqual([]);
    expect(objects[0]?.value['data']).toEqual({
      base: {x: '1', y: '2'},
      other: {y: '3', x: '1'},
      same: {x: '1', y: '2'},
    });
  });

  it('keeps keys that JavaScript has other plans for', () => {
    const {objects} = manifests(
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {__proto__: x, constructor: y}\n',
    );
    expect(JSON.stringify(objects[0]?.value['data'])).toBe('{"__proto__":"x","constructor":"y"}');
  });

  it('passes kustomizations and empty documents over', () => {
    const source =
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n---\n# nothing\n';
    expect(manifests(source)).toMatchObject({objects: [], problems: []});
  });

  it('names what is missing, and keeps the rest', () => {
    const source = `apiVersion: v1
kind: Pod
metadata: {labels: {a: b}}
---
- 1
---
metadata: {name: x}
---
apiVersion: batch/v1
kind: Job
metadata: {generateName: once-}
`;
    const {objects, problems} = manifests(source);
    expect(objects.map(({type, name}) => [type, name])).toEqual([['Job', '']]);
    expect(problems.map(({data}) => data)).toEqual([
      {where: 'metadata.name', found: 'nothing', expected: 'text'},
      {where: 'the document', found: 'list', expected: 'map'},
      {where: 'kind', found: 'nothing', expected: 'text (or groups: list)'},
    ]);
  });

  it('tells a syntax error with its place, and goes on with the next document', () => {
    const source = 'a: [1\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, name: b}\n';
    const {objects, problems} = manifests(source);
    expect(objects.map(({name}) => name)).toEqual(['b']);
    expect(shown(problems, source)).toMatchInlineSnapshot(`
      [
        [
          "yaml-syntax",
          {
            "detail": "Flow sequence in block collection must be sufficiently indented and end with a ]",
          },
          "-",
        ],
        [
          "yaml-syntax",
          {
            "detail": "The key \`name\` stands twice in one map",
          },
          "name",
        ],
        [
          "wrong-shape",
          {
            "expected": "text (or groups: list)",
            "found": "nothing",
            "where": "kind",
          },
          "a: [1
      ",
        ],
      ]
    `);
  });
});

describe('templates', () => {
  it.each([
    ['a value', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n'],
    ['a part of a value', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a-{{ .Release.Name }}\n'],
    ['a statement', '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n{{- end }}\n'],
    ['a block', 'kind: Pod\nmetadata:\n  labels:\n    {{- include "x" . | nindent 4 }}\n'],
  ])('are recognized by %s', (_, source) => {
    const start = source.indexOf('{{');
    expect(manifests(source)).toMatchObject({
      objects: [],
      problems: [{code: 'template', data: {marker: '{{'}, path: 'app.yaml', start}],
    });
  });

  it('are not what Prometheus expands in annotations', () => {
    const {alerts, problems} = rules(`
groups:
  - name: g
    rules:
      - alert: A
        expr: up == 0
        annotations:
          summary: "{{ $labels.pod }} is down"
          description: Value {{ $value }}
`);
    expect(problems).toEqual([]);
    expect(alerts[0]?.annotations).toEqual({
      summary: '{{ $labels.pod }} is down',
      description: 'Value {{ $value }}',
    });
  });
});

describe('rules', () => {
  it('are read with the places of what a finding points at', () => {
    const source = `groups:
  - name: web
    interval: 30s
    rules:
      - alert: HighErrorRate
        expr: |
          sum(rate(errors_total[5m]))
            > 5
        for: 5m
        labels: {severity: critical}
        annotations:
          runbook_url: "https://docs.example.org/high"
      - record: job:up:sum
        expr: sum by (job) (up)
`;
    const {alerts, recordings, problems} = rules(source);
    expect(problems).toEqual([]);
    const [alert] = alerts;
    const cut = (span?: {start: number; end: number}) => source.slice(span?.start, span?.end);
    expect([cut(alert?.alertAt), cut(alert?.forAt), cut(alert?.runbook)]).toEqual([
      'HighErrorRate',
      '5m',
      '"https://docs.example.org/high"',
    ]);
    expect(alert).toMatchObject({
      kind: 'alert',
      alert: 'HighErrorRate',
      expr: 'sum(rate(errors_total[5m]))\n  > 5\n',
      for: '5m',
      labels: {severity: 'critical'},
      group: 'web',
      interval: '30s',
      path: 'rules.yml',
      runbook: {annotation: 'runbook_url', url: 'https://docs.example.org/high'},
    });
    expect(recordings).toMatchObject([
      {kind: 'recording', record: 'job:up:sum', expr: 'sum by (job) (up)', group: 'web'},
    ]);
  });

  it('are found in a PrometheusRule, in a List and among manifests too', () => {
    const rule = `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: r}
spec: {groups: [{name: g, rules: [{alert: A, expr: 1}]}]}
`;
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${rule.trim().replaceAll('\n', '\n  ')}\n`;
    const both = [
      {path: 'a.yaml', source: rule},
      {path: 'b.yaml', source: list},
    ];
    const inventory = loadInventory({kubernetes: both, rules: both});
    expect(inventory.alerts.map(({alert, expr, path}) => [alert, expr, path])).toEqual([
      ['A', '1', 'a.yaml'],
      ['A', '1', 'b.yaml'],
    ]);
    expect(inventory.objects.map(({type}) => type)).toEqual(['PrometheusRule', 'PrometheusRule']);
  });

  it('name the place of a wrong shape', () => {
    const source = `groups:
  - name: a
    rules: none
  - text
  - name: b
    rules:
      - alert: NoExpr
      - expr: up
      - alert: ListExpr
        expr: [up]
`;
    expect(shown(rules(source).problems, source)).toMatchInlineSnapshot(`
      [
        [
          "wrong-shape",
          {
            "expected": "list",
            "found": "text",
            "where": "groups[0].rules",
          },
          "none",
        ],
        [
          "wrong-shape",
          {
            "expected": "map",
            "found": "text",
            "where": "groups[1]",
          },
          "text",
        ],
        [
          "wrong-shape",
          {
            "expected": "text",
            "found": "nothing",
            "where": "groups[2].rules[0].expr",
          },
          "alert: NoExpr
      ",
        ],
        [
          "wrong-shape",
          {
            "expected": "text",
            "found": "nothing",
            "where": "groups[2].rules[1].alert",
          },
          "expr: up
      ",
        ],
        [
          "wrong-shape",
          {
            "expected": "text",
            "found": "list",
            "where": "groups[2].rules[2].expr",
          },
          "[up]",
        ],
      ]
    `);
    expect(rules('groups: {}\n').problems).toMatchObject([
      {code: 'wrong-shape', data: {where: 'groups', found: 'map', expected: 'list'}},
    ]);
  });
});

describe('hostile files', () => {
  it('expand no alias bomb', () => {
    const levels = [...'bcdefghij'].map((name, index) => {
      const previous = 'abcdefghij'.charAt(index);
      return `${name}: &${name} [${Array.from({length: 9}, () => `*${previous}`).join(', ')}]`;
    });
    const source = `a: &a [x, x]\n${levels.join('\n')}\n`;
    expect(manifests(source).problems.map(({code}) => code)).toEqual([
      'alias-bomb',
      'wrong-shape',
    ]);
  });

  it('end at aliases that loop or lead nowhere', () => {
    const source = 'kind: &k [*k]\nother: *nowhere\n';
    expect(shown(manifests(source).problems, source)).toMatchObject([
      ['alias-loop', {anchor: 'k'}, '*k'],
      ['alias-unknown', {anchor: 'nowhere'}, '*nowhere'],
      ['wrong-shape', {where: 'kind'}, expect.any(String)],
    ]);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['indentation', Array.from({length: 2000}, (_, index) => `${' '.repeat(index)}a:\n`).join('')],
    ['characters', `a: ${'x'.repeat(8_000_000)}`],
  ])('are refused for too many %s', (_, source) => {
    expect(manifests(source).problems).toMatchObject([{code: 'too-complex'}]);
  });

  it('say so when there are more problems than are listed', () => {
    const {problems} = manifests('- 1\n---\n'.repeat(30));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatchObject({code: 'more-problems', data: {count: '10'}});
  });

  it('never make it throw, whatever they hold', () => {
    const pieces = ['apiVersion: v1\n', 'kind: Pod\n', 'groups:\n', '- ', '  ', '\n', '{', '}', '['];
    const more = [']', '&a ', '*a', '"', "'", '|\n', '>', '{{', ': ', 'expr', '!!', '---\n', '%', '\t'];
    const odd = ['\u0000', '\uFEFF', '\ud800', '<<', '#', '? ', ', ', 'null', '\r\n'];
    const text = fc.array(fc.constantFrom(...pieces, ...more, ...odd), {maxLength: 40});
    fc.assert(
      fc.property(text, parts => {
        const files = [{path: 'x', source: parts.join('')}];
        const {problems} = loadInventory({kubernetes: files, rules: files, metrics: files});
        expect(problems.every(({start, end}) => start <= end)).toBe(true);
      }),
      {numRuns: 500, seed: 11},
    );
  });
});
