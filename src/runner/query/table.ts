import {printable} from '../../core';
import type {Sample} from './answer';

/** Rows beyond this are counted, not shown. */
const MOST_ROWS = 50;

/** An aligned table of samples: one column a label, the value last and right-aligned. */
export function sampleTable(samples: readonly Sample[]): readonly string[] {
  if (samples.length === 0) return ['(no series)'];
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
