import type {StepRow} from '../../../plugins/docusaurus-runbooks/client';

const KEYS = ['tool', 'effect', 'runbook', 'alert', 'metric'] as const;

/** What of the list is shown; an absent key takes everything. */
export type StepFilter = {readonly [Key in (typeof KEYS)[number]]?: string};

/** Reads the filter from the query of an address; what it does not know is left out. */
export function readFilter(search: string): StepFilter {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    KEYS.flatMap(key => {
      const value = query.get(key);
      return value ? [[key, value] as const] : [];
    }),
  );
}

/** The query of an address for a filter, with its `?`; empty for no filter. */
export function writeFilter(filter: StepFilter): string {
  const query = new URLSearchParams(
    KEYS.flatMap(key => (filter[key] ? [[key, filter[key]]] : [])),
  ).toString();
  return query === '' ? '' : `?${query}`;
}

export function isEmptyFilter(filter: StepFilter): boolean {
  return KEYS.every(key => filter[key] === undefined);
}

export function passes(row: StepRow, {tool, effect, runbook, alert, metric}: StepFilter): boolean {
  return (
    (tool === undefined || row.tools.includes(tool)) &&
    (effect === undefined || row.effect === effect) &&
    (runbook === undefined || row.runbook === runbook) &&
    (alert === undefined || row.alerts.includes(alert)) &&
    (metric === undefined || row.metrics.includes(metric))
  );
}
