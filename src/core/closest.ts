/**
 * The candidate that a mistyped word most likely means; undefined if none is near. The file is a
 * door of its own and loads nothing, so that a mistyped command line is answered at once.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: {readonly candidate: string; readonly distance: number} | undefined;
  for (const candidate of candidates) {
    const limit = Math.min(
      best?.distance ?? Infinity,
      Math.max(1, Math.floor(word.length / 3)) + 1,
    );
    if (Math.abs(candidate.length - word.length) >= limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance < limit) best = {candidate, distance};
  }
  return best?.candidate;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours, each counted once; infinite as soon
 * as it is sure to reach the limit.
 */
function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({length: b.length + 1}, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
        isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    // A swap reaches back two rows, and costs one.
    if (Math.min(...current) >= limit && Math.min(...previous) >= limit - 1) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
