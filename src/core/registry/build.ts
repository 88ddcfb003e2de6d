import {parseRunbook} from '../document';
import type {MarkdownDocument} from '../document';
import {REGISTRY_VERSION} from './schema';
import type {Registry} from './schema';

/** A Markdown file; `path` is what findings and the registry call it, with `/` between its parts. */
export type SourceFile = {readonly path: string; readonly source: string};

/**
 * Builds the registry from the files of a project. Pages without a step and without a `runbook:`
 * key are prose and left out. What is wrong with a file is the lint's to say.
 */
export function buildRegistry(files: readonly SourceFile[]): Registry {
  return registryOf(files.map(({path, source}) => parseRunbook(source, {path})));
}

/** The same from files that are parsed already. */
export function registryOf(documents: readonly MarkdownDocument[]): Registry {
  const runbooks = documents.filter(({isRunbook}) => isRunbook).map(({runbook}) => runbook);
  return {
    version: REGISTRY_VERSION,
    runbooks: runbooks.sort((a, b) => compare(a.path, b.path)),
  };
}

/** By UTF-16 unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
