/** What one page keeps in this browser tab, as pairs; a browser may refuse to keep anything. */
export function readTab(key: string): readonly (readonly [string, string])[] {
  try {
    const pairs: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(pairs) ? pairs.filter(isPair) : [];
  } catch {
    return [];
  }
}

export function writeTab(key: string, pairs: Iterable<readonly [string, string]>): void {
  try {
    const list = [...pairs];
    if (list.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(list));
  } catch {
    // The page works without: it only forgets when it is left.
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every(part => typeof part === 'string')
  );
}
