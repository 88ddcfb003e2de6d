import {gzipSync} from 'node:zlib';
import {createSearch} from '../../plugins/docusaurus-runbooks/client';
import {searchDocuments} from '../../plugins/docusaurus-runbooks/search-documents';
import {loadInventory, parseRunbook, registryOf} from '../../src/core';
import {median} from './compare';
import {inventCorpus} from './corpus';

const SIZES = [100, 1000, 5000];
const ROUNDS = 5;

/** What an on-call engineer types: names whole and in part, commands, flags, a typo, words of prose. */
const QUERIES = [
  'HighErrorRate',
  'kubectl rollout undo',
  '--previous',
  'requests_total',
  'kubectl',
  'histogram_quantile',
  'rolout restart',
  'most likely cause',
  'deploy',
  'nothing of the kind',
];

/** The index that a browser loads, how long it takes to be ready, and the slowest of typical queries. */
export function search(): readonly string[] {
  return SIZES.map(size => {
    const documents = inventDocuments(size);
    const bytes = gzipSync(JSON.stringify(documents), {level: 9}).length;
    const started = performance.now();
    const find = createSearch(documents);
    const ready = performance.now() - started;
    const times = QUERIES.map(query => quickest(() => find(query)));
    return [
      `${size} runbooks: ${documents.length} entries`,
      `${(bytes / 1000).toFixed(0)} kB compressed`,
      `ready in ${ready.toFixed(0)} ms`,
      `a query ${median(times).toFixed(1)} ms, at most ${Math.max(...times).toFixed(1)} ms`,
    ].join(', ');
  });
}

function quickest(run: () => unknown): number {
  const times = Array.from({length: ROUNDS}, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function inventDocuments(count: number) {
  const documents = inventCorpus(count)
    .files.filter(({path}) => path.endsWith('.md'))
    .map(({path, source}) => parseRunbook(tagged(source), {path}));
  const docs = new Map(
    documents.map(({path, runbook}) => {
      const url = `/${path.replace(/\.md$/, '')}/`;
      const {title, description} = runbook;
      return [path, {path, permalink: url, url, title, description: description ?? ''}];
    }),
  );
  const content = {
    documents,
    registry: registryOf(documents),
    inventory: loadInventory({}),
    brief: new Set<string>(),
    owner: null,
  };
  return searchDocuments({content, docs}, {alerts: [], metrics: []});
}

/** The corpus is of runbooks that know no tags. */
function tagged(source: string): string {
  let count = 0;
  return source.replace(
    /^( *```(?:bash|sh|shell|promql))$/gm,
    (_, fence: string) => `${fence} {"name":"step-${++count}"}`,
  );
}
