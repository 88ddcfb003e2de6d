import type {Step} from '../../../src/core';

/** What the plugin tells every page, by the permalink of a runbook. Kept small: each page loads it. */
export type RunbooksData = {
  readonly runbooks: Readonly<Record<string, RunbookSummary>>;
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
