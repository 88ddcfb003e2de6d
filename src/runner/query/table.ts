import {printable} from '../../core';
import type {Sample} from './answer';
import {bars} from './bar';
import type {Drawing} from './bar';

/** Rows beyond this are counted, not shown. */
const MOST_ROWS = 50;

/** Columns that bars are worth, at most and at least. */
const BAR = {most: 40, least: 5} as const;

/**
 * An aligned table of samples: one column a label, then the value, right-aligned, and a bar where
 * there is room for one.
 */
export function sampleTable(
  samples: readonly Sample[],
  {columns, drawing}: {readonly columns: number; readonly drawing: Drawing},
): readonly string[] {
  if (samples.length === 0) return ['(no series)'];
  const lines = alignedLines(samples);
  const room = columns - Math.max(...lines.map(line => line.length)) - 2;
  const drawn =
    room < BAR.least
      ? null
      : bars(samples.slice(0, MOST_ROWS), {width: Math.min(BAR.most, room), drawing});
  return drawn === null
    ? lines
    : lines.map((line, row) => {
        const bar = drawn[row - 1] ?? '';
        return bar === '' ? line : `${line}  ${bar}`;
      });
}

function alignedLines(samples: readonly Sample[]): readonly string[] {
  const names = [...new Set(samples.flatMap(({labels}) => Object.keys(labels)))].sort(byName);
  const header = [...names, 'value'];
  const rows = [header].concat(samples.slice(0, MOST_ROWS).map(sample => cells(sample, names)));
  const widths = header.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, {last: column === names.length}))
      .join('  '),
  );
  const more = samples.length - MOST_ROWS;
  return more > 0 ? [...lines, `… and ${more} more, ${samples.length} in all`] : lines;
}

function cells({labels, text}: Sample, names: readonly string[]): string[] {
  return names
    .map(name => labels[name] ?? '')
    .concat(text)
    .map(printable);
}

function pad(cell: string, width: number, {last}: {readonly last: boolean}): string {
  return last ? cell.padStart(width) : cell.padEnd(width);
}

/** The name of the metric first, then the labels in order. */
function byName(a: string, b: string): number {
  if (a === '__name__') return -1;
  if (b === '__name__') return 1;
  return a < b ? -1 : 1;
}
