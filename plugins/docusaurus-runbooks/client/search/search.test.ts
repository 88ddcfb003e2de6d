import {expect, test} from 'vitest';
import type {SearchDocument, SearchFacet} from './document';
import {createSearch, prepareSearch} from './search';

const documents: readonly SearchDocument[] = [
  {
    kind: 'section',
    page: 'On call',
    to: '/guides/on-call#alerts',
    name: 'Alerts',
    prose: 'HighErrorRate pages you. HighErrorRate again.',
  },
  {
    kind: 'runbook',
    page: 'High error rate',
    to: '/runbooks/high-error-rate',
    name: 'HighErrorRate',
    severity: 'critical',
  },
  {
    kind: 'alert',
    page: 'High error rate',
    to: '/runbooks/high-error-rate',
    name: 'HighErrorRate',
    severity: 'critical',
    code: 'sql_studio_http_errors > 5',
  },
  {
    kind: 'metric',
    page: '',
    to: '/metrics/#sql_studio_http_requests_total',
    name: 'sql_studio_http_requests_total',
    prose: 'HTTP requests answered.',
  },
  {
    kind: 'query',
    page: 'High error rate',
    to: '/runbooks/high-error-rate#errors',
    name: 'errors',
    effect: 'read',
    code: 'sum(rate(sql_studio_http_requests_total[5m]))',
  },
  {
    kind: 'command',
    page: 'Deployments',
    to: '/runbooks/deployments#undo',
    name: 'undo',
    effect: 'change',
    code: 'kubectl rollout undo deployment/web',
  },
  {
    kind: 'command',
    page: 'Deployments',
    to: '/runbooks/deployments#status',
    name: 'status',
    effect: 'read',
    code: 'kubectl rollout status deployment/web',
  },
  {
    kind: 'command',
    page: 'Crash loop',
    to: '/runbooks/crash#logs',
    name: 'last-logs',
    effect: 'read',
    code: 'kubectl logs "$POD_NAME" --previous',
  },
  {
    kind: 'section',
    page: 'Crash loop',
    to: '/runbooks/crash#symptoms',
    name: 'Symptoms',
    prose: 'Pods are in CrashLoopBackOff.',
  },
];
const search = createSearch(documents);
const first = (query: string) => search(query)[0]?.to;

test.each([
  ['HighErrorRate', '/runbooks/high-error-rate'],
  ['higherrorrate', '/runbooks/high-error-rate'],
  ['HighErrorRat', '/runbooks/high-error-rate'],
  ['HihgErrorRate', '/runbooks/high-error-rate'],
  ['CrashLoopBackOff', '/runbooks/crash#symptoms'],
  ['LoopBackOff', '/runbooks/crash#symptoms'],
  ['requests_total', '/metrics/#sql_studio_http_requests_total'],
  ['http requests', '/metrics/#sql_studio_http_requests_total'],
  ['sum(rate(sql_studio_http', '/runbooks/high-error-rate#errors'],
  ['kubectl rollout undo', '/runbooks/deployments#undo'],
  ['--previous', '/runbooks/crash#logs'],
  ['previous', '/runbooks/crash#logs'],
])('finds what %s means first', (query, to) => {
  expect(first(query)).toBe(to);
});

test('shows a command that several runbooks share once before it shows it again', () => {
  const code = 'kubectl rollout undo deployment/web';
  const shared = ['a', 'b', 'c'].map((page): SearchDocument => {
    return {kind: 'command', page, to: `/${page}#undo`, name: 'undo', code};
  });
  const other: SearchDocument = {
    kind: 'command',
    page: 'd',
    to: '/d#see',
    name: 'see',
    code: 'kubectl rollout undo deployment/api --to-revision=2',
  };
  const told: SearchDocument = {
    kind: 'section',
    page: 'e',
    to: '/e#why',
    prose: 'An undo of a rollout by kubectl is no fix.',
  };
  const found = createSearch([...shared, other, told])('kubectl rollout undo');
  expect(found.map(({to}) => to)).toEqual(['/a#undo', '/d#see', '/b#undo', '/c#undo', '/e#why']);
});

test('finds the exact alert first, then its runbook', () => {
  expect(search('higherrorrate').map(({kind}) => kind)).toEqual(['alert', 'runbook', 'section']);
});

test('finds one kind only where a facet is given', () => {
  const kinds = (query: string, facet: SearchFacet) => search(query, facet).map(({kind}) => kind);
  expect(kinds('HighErrorRate', 'runbook')).toEqual(['runbook']);
  expect(kinds('requests_total', 'metric')).toEqual(['metric']);
  expect(kinds('kubectl', 'command')).toEqual(['command', 'command', 'command']);
  expect(kinds('kubectl', 'alert')).toEqual([]);
});

test('finds what has a part of a name that nobody knows', () => {
  expect(first('KubeBackOffXyz')).toBe('/runbooks/crash#symptoms');
  expect(search('qqqq zzzz')).toEqual([]);
});

test('finds the same when it was prepared in pieces', async () => {
  const prepared = await prepareSearch(documents);
  expect(prepared('kubectl rollout')).toEqual(search('kubectl rollout'));
});

test('finds nothing for an empty query', () => {
  expect(search('  ')).toEqual([]);
});
