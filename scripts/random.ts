/** Numbers that look random and are the same on every machine and in every run. */
export type Random = {
  /** A whole number from 0 up to, not including, `end`. */
  readonly below: (end: number) => number;
  readonly chance: (share: number) => boolean;
  /** Throws where there is nothing to pick from. */
  readonly pick: <T>(values: readonly T[]) => T;
  readonly times: <T>(count: number, make: () => T) => readonly T[];
};

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: share => next() < share,
    pick: values => {
      const at = below(values.length);
      return first(values.slice(at, at + 1));
    },
    times: (count, make) => Array.from({length: count}, make),
  };
}

function first<T>(values: readonly T[]): T {
  for (const value of values) return value;
  throw new RangeError('There is nothing to pick from.');
}
