/** Milliseconds of each run of two things that were run in turn, A B A B …. */
export type Pairs = {readonly a: readonly number[]; readonly b: readonly number[]};

/** Runs two things in turn, so that a slow moment of the machine meets both. */
export async function inTurn(rounds: number, a: () => unknown, b: () => unknown): Promise<Pairs> {
  await a();
  await b();
  const pairs = {a: [] as number[], b: [] as number[]};
  for (let round = 0; round < rounds; round++) {
    pairs.a.push(await time(a));
    pairs.b.push(await time(b));
  }
  return pairs;
}

/** Medians, and the median of the ratios pair by pair. */
export function report(nameA: string, nameB: string, {a, b}: Pairs): readonly string[] {
  const ratios = a.map((value, index) => value / (b[index] ?? Number.NaN));
  return [
    `${nameA}: ${median(a).toFixed(1)} ms`,
    `${nameB}: ${median(b).toFixed(1)} ms`,
    `ratio: ${median(ratios).toFixed(2)} × (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}, ${a.length} pairs)`,
  ];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
