import {expect, it} from 'vitest';
import {loadInventory} from './load-inventory';
import {joinQuotedLines} from './quoted-lines';

it.each([
  ['a: "b\nc"\nd: e', 'a: "b c"\nd: e'],
  ["- a: 'it''s\n  so'", "- a: 'it''s   so'"],
  ['a: "b \\" c\nd"', 'a: "b \\" c d"'],
  ['a: "b"\nc: "d"', 'a: "b"\nc: "d"'],
  ['a: b "c\nd: e', 'a: b "c\nd: e'],
  ['a: "never closed\nb: c', 'a: "never closed\nb: c'],
])('makes one line of %j', (source, expected) => {
  expect(joinQuotedLines(source)).toBe(expected);
  expect(expected.length).toBe(source.length);
});

it('lets a rule file be read as Prometheus reads it', () => {
  const source =
    'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: up == 0\n    annotations:\n      description: "One line\n      and another."\n  - alert: B\n    expr: |\n      up\n';
  const {alerts, problems} = loadInventory({rules: [{path: 'a.yml', source}]});
  expect(problems).toEqual([]);
  expect(alerts.map(({alert, exprAt}) => [alert, exprAt.start])).toEqual([
    ['A', source.indexOf('up ==')],
    ['B', source.indexOf('|')],
  ]);
});

it.each([
  ['templates of alerts', 'annotations: {}\n    labels:\n      a: it is {{ with $value }}b{{ end }}'],
  ['groups that are still empty', ''],
])('takes %s', (_, rest) => {
  const source = rest === '' ? 'groups:\n' : `groups:\n- rules:\n  - alert: A\n    expr: up\n    ${rest}\n`;
  expect(loadInventory({rules: [{path: 'a.yml', source}]}).problems).toEqual([]);
});
