import {useSyncExternalStore} from 'react';

type Pairs = Iterable<readonly [string, string]>;

/** What a browser may refuse to keep; then it lasts until the page is left. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

/** What is kept under a key in this browser tab, as JSON; empty on the server. */
export function useTab(key: string): string {
  return useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  );
}

/** The pairs of such a JSON; none where somebody else has written it. */
export function readPairs(json: string): readonly (readonly [string, string])[] {
  try {
    const pairs: unknown = JSON.parse(json === '' ? '[]' : json);
    return Array.isArray(pairs) ? pairs.filter(isPair) : [];
  } catch {
    return [];
  }
}

export function writeTab(key: string, pairs: Pairs): void {
  const json = JSON.stringify([...pairs]);
  memory.set(key, json);
  try {
    sessionStorage.setItem(key, json);
  } catch {
    // The memory has it.
  }
  for (const listener of listeners) listener();
}

function read(key: string): string {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every(part => typeof part === 'string')
  );
}
