import {expect, it} from 'vitest';
import {inventoryKindOf} from './kind-of';

it.each([
  ['a/app.yaml', 'apiVersion: v1\nkind: Pod\n', 'kubernetes'],
  ['a/rule.yml', 'kind: PrometheusRule\napiVersion: monitoring.coreos.com/v1\n', 'kubernetes'],
  ['a/list.json', '{"kind": "List", "apiVersion": "v1"}', 'kubernetes'],
  ['alerts.yml', '# ours\ngroups:\n  - name: a\n    rules: []\n', 'rules'],
  ['alerts.json', '{"groups": [{"rules": []}]}', 'rules'],
  ['web.rules', 'groups: []\n', 'rules'],
  ['alerts.test.yml', 'rule_files: [alerts.yml]\ntests: []\n', undefined],
  ['kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Component\n', undefined],
  ['values.yaml', 'image: web\n', undefined],
  ['metrics.prom', '', 'metrics'],
  ['metrics.txt', '# HELP up Is it up?\nup 1\n', 'metrics'],
  ['notes.txt', 'up 1\n', undefined],
  ['metadata.json', '{"data": {"up": [{"type": "gauge"}]}}', 'metrics'],
  ['package.json', '{"name": "web"}', undefined],
  ['README.md', 'kind: Pod\napiVersion: v1\n', undefined],
])('looks at %s (%#)', (path, source, expected) => {
  expect(inventoryKindOf(path, source)).toBe(expected);
});
