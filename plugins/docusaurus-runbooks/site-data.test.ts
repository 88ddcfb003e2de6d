import {expect, test} from 'vitest';
import {loadInventory, parseRunbook, registryOf} from '../../src/core';
import {alertPages} from './alert-pages';
import {globalData} from './global-data';
import {homeData} from './home-data';
import {siteLists} from './list-pages';
import type {PublishedDoc, Site} from './published-docs';
import {searchDocuments} from './search-documents';

const documents = [
  parseRunbook(
    '---\ntitle: Latency\ndescription: Too slow.\nrunbook:\n  alert: HighLatency\n  severity: info\n---\n\n```sh {"name":"pods"} title="All pods"\nkubectl get pods\n```\n',
    {path: 'docs/runbooks/latency.md'},
  ),
  parseRunbook('---\nrunbook:\n  alert: Errors\n  severity: critical\n---\n# Errors\n', {
    path: 'docs/runbooks/index.md',
  }),
  parseRunbook('# Profiling\n\n```sh {"name":"profile"}\ndate\n```\n', {path: 'docs/profiling.md'}),
  parseRunbook('# On call\n\nStay calm.\n', {path: 'docs/guides/on-call.md'}),
];
const rules = `
groups:
  - name: web
    rules:
      - {alert: HighLatency, expr: 'up == 0', for: 5m, labels: {severity: warning}}
      - {alert: Unheard, expr: 'up == 1'}
`;
const site: Site = {
  content: {
    documents,
    registry: registryOf(documents),
    inventory: loadInventory({rules: [{path: 'rules.yml', source: rules}]}),
    brief: new Set(),
    owner: 'Web team',
  },
  docs: new Map(
    [
      published('docs/runbooks/latency.md', '/runbooks/latency', 'Latency'),
      published('docs/runbooks/index.md', '/runbooks', 'Errors'),
      published('docs/profiling.md', '/profiling', 'Profiling'),
      published('docs/guides/on-call.md', '/guides/on-call', 'On call'),
    ].map(doc => [doc.path, doc]),
  ),
};

test('the home page lists alerts by severity, the most severe first, then procedures and guides', () => {
  expect(homeData(site)).toEqual({
    alerts: [
      {
        name: 'Errors',
        severity: 'critical',
        for: null,
        title: 'Errors',
        description: 'About Errors.',
        to: '/runbooks/',
      },
      {
        name: 'HighLatency',
        severity: 'warning',
        for: '5m',
        title: 'Latency',
        description: 'Too slow.',
        to: '/runbooks/latency/',
      },
    ],
    procedures: [{title: 'Profiling', description: 'About Profiling.', to: '/profiling/'}],
    guides: [{title: 'On call', description: 'About On call.', to: '/guides/on-call/'}],
    counts: {runbooks: 3, commands: 2, queries: 0},
  });
});

test('a page is told of its alerts by the permalink that the docs plugin gives it', () => {
  expect(globalData(site).runbooks['/runbooks/latency']).toEqual({
    slug: 'latency',
    alerts: [{name: 'HighLatency', severity: 'warning', for: '5m'}],
    steps: {read: 1, change: 0, destroy: 0, manual: 0},
  });
});

test('every alert has a page, one without a runbook too', () => {
  expect(alertPages(site)).toEqual([
    {
      name: 'Errors',
      severity: 'critical',
      for: null,
      runbooks: [{title: 'Errors', description: 'About Errors.', to: '/runbooks/'}],
    },
    {
      name: 'HighLatency',
      severity: 'warning',
      for: '5m',
      runbooks: [{title: 'Latency', description: 'Too slow.', to: '/runbooks/latency/'}],
    },
    {name: 'Unheard', severity: null, for: null, runbooks: []},
  ]);
});

test('the search knows pages, steps and sections', () => {
  expect(
    searchDocuments(site, siteLists(site, '/')).filter(
      ({kind, page}) => kind !== 'alert' && (page === 'Latency' || page === 'On call'),
    ),
  ).toEqual([
    {
      kind: 'runbook',
      page: 'Latency',
      to: '/runbooks/latency/',
      name: 'HighLatency',
      severity: 'info',
      prose: 'Too slow.',
    },
    {
      kind: 'command',
      page: 'Latency',
      to: '/runbooks/latency/#pods',
      name: 'pods',
      title: 'All pods',
      effect: 'read',
      code: 'kubectl get pods',
    },
    {kind: 'page', page: 'On call', to: '/guides/on-call/', prose: 'About On call.'},
    {kind: 'section', page: 'On call', to: '/guides/on-call/', prose: 'Stay calm.'},
  ]);
});

function published(path: string, permalink: string, title: string): PublishedDoc {
  return {path, permalink, url: `${permalink}/`, title, description: `About ${title}.`};
}
