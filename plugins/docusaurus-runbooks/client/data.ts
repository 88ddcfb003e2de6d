import type {Step} from '../../../src/core';

/** What the plugin tells every page, by the permalink of a runbook. Kept small: each page loads it. */
export type RunbooksData = {
  readonly runbooks: Readonly<Record<string, RunbookSummary>>;
  readonly tools: QueryTools;
};

/** Addresses of what can show a query; what is not configured is not offered. */
export type QueryTools = {
  readonly prometheus?: string;
  /** `datasource` is the UID of the Prometheus data source; Grafana has a default one. */
  readonly grafana?: {readonly url: string; readonly datasource?: string};
};

export type RunbookSummary = {
  readonly slug: string;
  readonly alerts: readonly AlertSummary[];
  /** How many steps have which effect; manual steps count on their own. */
  readonly steps: Readonly<Record<Step['effect'] | 'manual', number>>;
};

export type AlertSummary = {
  readonly name: string;
  readonly severity: string | null;
  /** A Prometheus duration such as `5m`. */
  readonly for: string | null;
};

/** The home page, in the order in which it shows things. */
export type HomeData = {
  readonly alerts: readonly (AlertSummary & PageLink)[];
  readonly procedures: readonly PageLink[];
  readonly guides: readonly PageLink[];
  readonly counts: {readonly runbooks: number; readonly commands: number; readonly queries: number};
};

export type PageLink = {
  readonly title: string;
  readonly description: string;
  readonly to: string;
};

/** The page of one alert; `runbooks` is empty where nobody has written one. */
export type AlertPageData = AlertSummary & {readonly runbooks: readonly PageLink[]};
