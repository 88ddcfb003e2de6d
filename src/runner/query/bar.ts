import type {Sample} from './answer';

/** How bars and curves are drawn: with the blocks of Unicode, or with ASCII where a terminal has none. */
export type Drawing = 'blocks' | 'ascii';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'] as const;
const HEIGHTS: Readonly<Record<Drawing, readonly string[]>> = {
  blocks: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  ascii: ['_', '.', '-', '=', '^'],
};

/**
 * A bar a sample, the longest as wide as there is room; none where bars would not help: a single
 * sample, values on both sides of zero, values that are all the same or that are no numbers.
 */
export function bars(
  samples: readonly Sample[],
  {width, drawing}: {readonly width: number; readonly drawing: Drawing},
): readonly string[] | null {
  const values = samples.map(({value}) => value ?? Number.NaN);
  const finite = values.filter(Number.isFinite);
  const largest = Math.max(...finite.map(Math.abs));
  const isComparable = finite.every(value => value >= 0) || finite.every(value => value <= 0);
  if (finite.length < 2 || !isComparable || largest === 0) return null;
  if (finite.every(value => value === finite[0])) return null;
  return values.map(value =>
    Number.isFinite(value) ? bar((Math.abs(value) / largest) * width, drawing) : '',
  );
}

/** The course of values, the latest last; a gap where a value is no number. */
export function sparkline(
  values: readonly (number | null)[],
  {width, drawing}: {readonly width: number; readonly drawing: Drawing},
): string {
  const shown = values.slice(-width);
  const finite = shown.filter(value => value !== null && Number.isFinite(value)).map(Number);
  const low = Math.min(...finite);
  const range = Math.max(...finite) - low;
  const heights = HEIGHTS[drawing];
  return shown
    .map(value => {
      if (value === null || !Number.isFinite(value)) return ' ';
      const height = range === 0 ? 0 : Math.round(((value - low) / range) * (heights.length - 1));
      return heights[height] ?? '';
    })
    .join('');
}

/** A value that is not zero is never drawn as nothing. */
function bar(cells: number, drawing: Drawing): string {
  if (cells === 0) return '';
  if (drawing === 'ascii') return '#'.repeat(Math.max(1, Math.round(cells)));
  const eighths = Math.max(1, Math.round(cells * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
