import {expect, test} from 'vitest';
import {loadInventory, parseRunbook, registryOf} from '../../src/core';
import {alertFiles} from './alert-files';
import {alertPages, bySpelling} from './alert-pages';
import {listPages, pageOfRow} from './list-of-pages';
import {siteLists} from './list-pages';
import type {Site} from './published-docs';
import {runbookFacts} from './runbook-facts';
import {toolsOf} from './tools';

const source = [
  '---',
  'runbook: {alerts: [HighLatency, Unruled], severity: critical}',
  'owner: Web team',
  'last_reviewed_on: 2026-01-31',
  'review_in: 6 months',
  '---',
  '',
  '# Latency',
  '',
  '```sh {"name":"pods"} title="All pods"',
  'kubectl get pods -o json | jq .items',
  '```',
  '',
  '```promql {"name":"slow"}',
  'histogram_quantile(0.9, sum by (le) (rate(web_seconds_bucket[5m]))) > slo',
  '```',
  '',
].join('\n');
const documents = [
  parseRunbook(source, {path: 'docs/latency.md'}),
  parseRunbook('# Profiling\n\n```sh {"name":"now"}\ndate\n```\n', {path: 'docs/profiling.md'}),
];
const rules = `
groups:
  - name: web
    rules:
      - {alert: HighLatency, expr: 'rate(web_seconds_sum[5m]) > 1', for: 5m, labels: {severity: warning}}
      - {alert: Disk full, expr: 'up == 0'}
      - {record: slo, expr: 'max(web_seconds_count)'}
`;
const metrics = `# HELP web_seconds Time to answer.
# TYPE web_seconds histogram
web_seconds_bucket{le="+Inf"} 1
web_seconds_sum 1
web_seconds_count 1
`;
const site: Site = {
  content: {
    documents,
    registry: registryOf(documents),
    inventory: loadInventory({
      rules: [{path: 'rules.yml', source: rules}],
      metrics: [{path: 'metrics.prom', source: metrics}],
    }),
    brief: new Set(),
    owner: null,
  },
  docs: new Map(
    ['Latency', 'Profiling'].map(title => {
      const permalink = `/${title.toLowerCase()}`;
      const path = `docs${permalink}.md`;
      return [path, {path, permalink, url: `${permalink}/`, title, description: `On ${title}.`}];
    }),
  ),
};
const lists = siteLists(site, '/');

test('the list of steps tells tools, metrics, runbook and alerts of each', () => {
  const runbook = {runbook: 'latency', page: 'Latency', alerts: ['HighLatency', 'Unruled']};
  expect(lists.steps.slice(0, 2)).toEqual([
    {
      kind: 'command',
      title: 'All pods',
      effect: 'read',
      text: 'kubectl get pods -o json | jq .items',
      tools: ['kubectl', 'jq'],
      metrics: [],
      ...runbook,
      to: '/latency/#pods',
    },
    {
      kind: 'query',
      title: 'slow',
      effect: 'read',
      text: 'histogram_quantile(0.9, sum by (le) (rate(web_seconds_bucket[5m]))) > slo',
      tools: ['promql'],
      metrics: ['web_seconds', 'slo'],
      ...runbook,
      to: '/latency/#slow',
    },
  ]);
});

test('a metric has the steps, alerts and recording rules that use it or a part of it', () => {
  const steps = [{title: 'slow', page: 'Latency', to: '/latency/#slow'}];
  expect(lists.metrics).toEqual([
    {
      name: 'slo',
      to: '/metrics/#slo',
      source: 'rule',
      type: null,
      help: 'max(web_seconds_count)',
      steps,
      more: 0,
      alerts: [],
      recordings: [],
    },
    {
      name: 'up',
      to: '/metrics/#up',
      source: 'unlisted',
      type: null,
      help: '',
      steps: [],
      more: 0,
      alerts: [{name: 'Disk full', to: null}],
      recordings: [],
    },
    {
      name: 'web_seconds',
      to: '/metrics/#web_seconds',
      source: 'catalogue',
      type: 'histogram',
      help: 'Time to answer.',
      steps,
      more: 0,
      alerts: [{name: 'HighLatency', to: '/alerts/HighLatency/'}],
      recordings: ['slo'],
    },
  ]);
});

test('the list of alerts begins with those that lack a runbook or a rule', () => {
  expect(lists.alerts.map(({name, state, to}) => ({name, state, to}))).toEqual([
    {name: 'Disk full', state: 'no-runbook', to: null},
    {name: 'Unruled', state: 'no-rule', to: '/alerts/Unruled/'},
    {name: 'HighLatency', state: 'covered', to: '/alerts/HighLatency/'},
  ]);
  expect(lists.coverage).toEqual({
    counts: {covered: 1, noRunbook: 1, noRule: 1},
    procedures: [{title: 'Profiling', description: 'On Profiling.', to: '/profiling/'}],
  });
});

test('an alert whose name makes no address has no page', () => {
  expect(alertPages(site).map(({name}) => name)).toEqual(['HighLatency', 'Unruled']);
});

test('an alert in small letters keeps its own page', () => {
  const alerts = [{name: 'Down'}, {name: 'down'}, {name: 'Up'}];
  expect([...bySpelling(alerts)].map(([path, {name}]) => [path, name])).toEqual([
    ['up', 'Up'],
    ['down', 'down'],
    ['Down', 'Down'],
    ['Up', 'Up'],
  ]);
});

test('the file of an alert is the source of its runbook, in both spellings', () => {
  expect(alertFiles(site.content).map(([path]) => path)).toEqual([
    'alerts/unruled.md',
    'alerts/highlatency.md',
    'alerts/HighLatency.md',
    'alerts/Unruled.md',
  ]);
  expect(alertFiles(site.content).every(([, text]) => text === source)).toBe(true);
});

test('the head of a runbook knows the expression, the owner and the next review', () => {
  expect(
    documents.map(document => runbookFacts(document, {...site.content, owner: 'All'})),
  ).toEqual([
    {
      alerts: [{name: 'HighLatency', expr: 'rate(web_seconds_sum[5m]) > 1'}],
      owner: 'Web team',
      reviewed: '2026-01-31',
      due: '2026-07-31',
    },
    {alerts: [], owner: 'All', reviewed: null, due: null},
  ]);
});

test('a long list is cut into pages, and a row is found on its page', () => {
  const rows = Array.from({length: 401}, (_, index) => index);
  const pages = listPages('/commands/', rows);
  expect(pages.map(({path, data}) => [path, data.rows.length, data.start])).toEqual([
    ['/commands/', 200, 0],
    ['/commands/2/', 200, 200],
    ['/commands/3/', 1, 400],
  ]);
  expect(pageOfRow('/commands/', 400)).toBe('/commands/3/');
  expect(listPages('/commands/', [])).toHaveLength(1);
});

test('tools are programs behind wrappers too, not what the shell or the script defines', () => {
  expect(
    toolsOf('retry() { sleep 1; }\ncd /tmp && sudo -u app psql -c 1 | xargs -n1 retry\n"$TOOL" x'),
  ).toEqual(['sleep', 'sudo', 'psql', 'xargs']);
});
