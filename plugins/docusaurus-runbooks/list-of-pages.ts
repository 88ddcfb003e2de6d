import type {ListData} from './client/data';

/** What a browser lays out at once without a pause, and a reader still overlooks. */
const ROWS_PER_PAGE = 200;

/** Cuts rows into pages: `/commands/`, `/commands/2/`, …. */
export function listPages<Row>(
  base: string,
  rows: readonly Row[],
): readonly {readonly path: string; readonly data: ListData<Row>}[] {
  const count = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  return Array.from({length: count}, (_, index) => {
    const start = index * ROWS_PER_PAGE;
    return {
      path: pagePath(base, index),
      data: {
        rows: rows.slice(start, start + ROWS_PER_PAGE),
        start,
        total: rows.length,
        base,
        page: index + 1,
        pages: count,
      },
    };
  });
}

/** The page of a list that holds the row at an index. */
export function pageOfRow(base: string, row: number): string {
  return pagePath(base, Math.floor(row / ROWS_PER_PAGE));
}

function pagePath(base: string, index: number): string {
  return index === 0 ? base : `${base}${index + 1}/`;
}
