import {expect, it} from 'vitest';
import {findAlerts} from './find-alerts';
import {loadInventory} from './load-inventory';

it('finds every rule of an alert, in any case', () => {
  const source = `
groups:
  - name: g
    rules:
      - {alert: HighErrorRate, expr: up > 1, labels: {severity: warning}}
      - {alert: HighErrorRate, expr: up > 2, labels: {severity: critical}}
      - {alert: Other, expr: up}
`;
  const inventory = loadInventory({rules: [{path: 'rules.yml', source}]});
  const severities = findAlerts(inventory, 'higherrorrate').map(({labels}) => labels['severity']);
  expect(severities).toEqual(['warning', 'critical']);
  expect(findAlerts(inventory, 'HighError')).toEqual([]);
});
