import {expect, test} from 'vitest';
import {partsOf, tokenizeDocument, tokenizeQuery} from './tokenize';

test('keeps identifiers, flags and resource names whole in a query', () => {
  expect(
    tokenizeQuery('kubectl logs -n sql-studio deployment/x --previous --tail=-1 | wc'),
  ).toEqual([
    'kubectl',
    'logs',
    '-n',
    'sql-studio',
    'deployment',
    'x',
    '--previous',
    '--tail',
    '-1',
    'wc',
  ]);
});

test('indexes a metric with every tail that begins at a part', () => {
  expect(tokenizeDocument('sql_studio_http_requests_total{status=~"5.."}')).toEqual([
    'sql_studio_http_requests_total',
    'studio_http_requests_total',
    'http_requests_total',
    'requests_total',
    'total',
    'status',
    '5',
  ]);
});

test('splits camel case, with runs of capitals as one part', () => {
  expect(tokenizeDocument('CrashLoopBackOff HighAPILatency OOMKilled')).toEqual([
    'crashloopbackoff',
    'loopbackoff',
    'backoff',
    'off',
    'highapilatency',
    'apilatency',
    'latency',
    'oomkilled',
    'killed',
  ]);
});

test('indexes a flag with its dashes and without them', () => {
  expect(tokenizeDocument('kubectl logs --all-containers')).toEqual([
    'kubectl',
    'logs',
    '--all-containers',
    'all-containers',
    'containers',
  ]);
});

test('finds words in any script and nothing in punctuation', () => {
  expect(tokenizeQuery('Größe → 状態 … ((("')).toEqual(['größe', '状態']);
});

test('knows the parts of the identifiers of a query, without those that say nothing', () => {
  expect(partsOf('KubePodCrashLooping')).toEqual(['kube', 'pod', 'crash', 'looping']);
  expect(partsOf('sql_studio_http_requests_total --of')).toEqual([
    'sql',
    'studio',
    'http',
    'requests',
    'total',
  ]);
});
