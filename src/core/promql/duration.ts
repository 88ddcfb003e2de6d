import {quotePromqlString} from './go-quote';
import type {NumberReading} from './number';

const SECOND = 1000;
const UNITS: readonly (readonly [name: string, milliseconds: number])[] = [
  ['y', 365 * 24 * 3600 * SECOND],
  ['w', 7 * 24 * 3600 * SECOND],
  ['d', 24 * 3600 * SECOND],
  ['h', 3600 * SECOND],
  ['m', 60 * SECOND],
  ['s', SECOND],
  ['ms', 1],
];

/** The longest duration that Go can hold, about 292 years. */
const MAX_NANOSECONDS = 2n ** 63n - 1n;

/** Reads `1h30m`; the value is in seconds. */
export function readDuration(text: string): NumberReading {
  if (!/^\d/.test(text)) return failure(`not a valid duration string: ${quotePromqlString(text)}`);
  let total = 0n;
  let last = -1;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+)(\D+)/g)) {
    const place = UNITS.findIndex(([name]) => name === unit);
    const [, milliseconds = 0] = UNITS[place] ?? [];
    if (place < 0)
      return failure(
        `unknown unit ${quotePromqlString(unit)} in duration ${quotePromqlString(text)}`,
      );
    const count = BigInt(digits);
    if (place <= last || count >= 2n ** 64n) {
      return failure(`not a valid duration string: ${quotePromqlString(text)}`);
    }
    last = place;
    total += count * BigInt(milliseconds) * 1_000_000n;
    if (total > MAX_NANOSECONDS) return failure('duration out of range');
  }
  return {kind: 'value', value: Number(total / 1_000_000n) / SECOND};
}

/** Whether Go's nanoseconds overflow. */
export function isOutOfRange(seconds: number): boolean {
  return Math.abs(seconds) > 2 ** 63 / 1e9;
}

/** `5400` as `1h30m`; years and weeks only where nothing is left over. */
export function printDuration(seconds: number): string {
  if (seconds < 0) return `-${printDuration(-seconds)}`;
  let left = Math.floor(seconds * SECOND + 1e-6);
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    const exact = unit !== 'y' && unit !== 'w' ? true : left % size === 0;
    if (count > 0 && exact) {
      text += `${count}${unit}`;
      left -= count * size;
    }
  }
  return text === '' ? '0s' : text;
}

function failure(message: string): NumberReading {
  return {kind: 'error', message};
}
