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

/** One page of a long list; the pages are at `base`, `base` + `2/`, …. */
export type ListData<Row> = {
  readonly rows: readonly Row[];
  /** How many rows stand on the pages before. */
  readonly start: number;
  readonly total: number;
  readonly base: string;
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
};

/** A command or a query in the list of all. */
export type StepRow = Pick<Step, 'effect'> & {
  readonly kind: 'command' | 'query';
  readonly title: string;
  readonly text: string;
  /** The programs that it calls; `promql` for a query. */
  readonly tools: readonly string[];
  readonly metrics: readonly string[];
  /** The slug of its runbook, and the title. */
  readonly runbook: string;
  readonly page: string;
  readonly alerts: readonly string[];
  readonly to: string;
};

export type Choice = {readonly value: string; readonly word: string};

/** What the list of commands can be filtered by, in the order in which it is offered. */
export type StepChoices = Readonly<
  Record<'tool' | 'effect' | 'runbook' | 'alert', readonly Choice[]>
>;

export type MetricRow = {
  readonly name: string;
  /** Where its row is. */
  readonly to: string;
  /** `unlisted` where neither the catalogue nor a recording rule has it. */
  readonly source: 'catalogue' | 'rule' | 'unlisted';
  readonly type: string | null;
  /** The catalogue's words, or the expression of the recording rule. */
  readonly help: string;
  readonly steps: readonly Pick<StepRow, 'title' | 'page' | 'to'>[];
  /** How many steps are not in `steps`. */
  readonly more: number;
  readonly alerts: readonly {readonly name: string; readonly to: string | null}[];
  /** Names of the recording rules that use it. */
  readonly recordings: readonly string[];
};

export type AlertRow = AlertSummary & {
  readonly state: 'covered' | 'no-runbook' | 'no-rule';
  readonly expr: string | null;
  /** The alert's own page; null for a name that makes no address. */
  readonly to: string | null;
  readonly runbooks: readonly Pick<PageLink, 'title' | 'to'>[];
};

export type AlertsData = {
  readonly counts: {
    readonly covered: number;
    readonly noRunbook: number;
    readonly noRule: number;
  };
  /** Runbooks that name no alert. */
  readonly procedures: readonly PageLink[];
};

/** What the head of a runbook shows beside what every page is told. */
export type RunbookFacts = {
  readonly alerts: readonly {readonly name: string; readonly expr: string}[];
  readonly owner: string | null;
  /** Days such as `2026-01-31`. */
  readonly reviewed: string | null;
  readonly due: string | null;
};
