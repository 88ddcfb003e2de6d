/** UTF-16 offsets into the text of a file; `end` is exclusive. */
export type Span = {readonly start: number; readonly end: number};

export type InventoryFile = {readonly path: string; readonly source: string};

export type InventoryFiles = {
  readonly kubernetes?: readonly InventoryFile[];
  readonly rules?: readonly InventoryFile[];
  readonly metrics?: readonly InventoryFile[];
};

/** What the runbooks act on, read from files. The lookups of this folder take it whole. */
export type Inventory = {
  readonly objects: readonly KubernetesObject[];
  readonly alerts: readonly AlertRule[];
  readonly recordings: readonly RecordingRule[];
  readonly metrics: readonly MetricFamily[];
  readonly problems: readonly InventoryProblem[];
  /** Every file that was read, once each, so that an offset can become a line and a column. */
  readonly files: readonly InventoryFile[];
};

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = {readonly [key: string]: JsonValue};

export type Labels = {readonly [name: string]: string};

export type KubernetesObject = Span & {
  readonly kind: 'object';
  readonly apiVersion: string;
  /** Kubernetes' own `kind`, such as `Deployment`. */
  readonly type: string;
  /** Empty when the manifest has only a `generateName`. */
  readonly name: string;
  /** Absent when the manifest names none: cluster-scoped, or decided by whoever applies it. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
  /** The whole manifest, aliases and merge keys resolved. */
  readonly value: JsonObject;
  readonly path: string;
  readonly nameAt: Span;
};

/** Where a text stands in its file, character by character when that is known. See `mapSpan`. */
export type TextPlace = Span & {
  /** The file offset of each character of the text; absent when it cannot be told exactly. */
  readonly offsets: readonly number[] | undefined;
};

type Rule = Span & {
  readonly expr: string;
  readonly exprAt: TextPlace;
  readonly labels: Labels;
  readonly group: string;
  /** The group's own evaluation interval, as written. */
  readonly interval: string | undefined;
  readonly path: string;
};

export type AlertRule = Rule & {
  readonly kind: 'alert';
  readonly alert: string;
  readonly alertAt: Span;
  /** A Prometheus duration as written, such as `5m`. */
  readonly for: string | undefined;
  readonly forAt: Span | undefined;
  readonly keepFiringFor: string | undefined;
  readonly annotations: Labels;
  /** The annotation `runbook_url`, else `runbook`. */
  readonly runbook: RunbookLink | undefined;
};

export type RunbookLink = Span & {
  readonly annotation: 'runbook_url' | 'runbook';
  readonly url: string;
};

export type RecordingRule = Rule & {
  readonly kind: 'recording';
  readonly record: string;
  readonly recordAt: Span;
};

export type MetricType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'gaugehistogram'
  | 'summary'
  | 'info'
  | 'stateset'
  | 'unknown';

export type MetricFamily = Span & {
  readonly kind: 'metric';
  /** The family's name: a histogram's without `_bucket`, `_sum` and `_count`. */
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  /**
   * Label names in order of appearance, without `le` and `quantile`; absent when the source shows
   * no series (metadata), so that nothing can be said about labels.
   */
  readonly labels: readonly string[] | undefined;
  /** The values that the source shows of each label: examples, never all there are. */
  readonly labelValues: {readonly [label: string]: readonly string[]};
  /** The `le` values of a histogram as written, `+Inf` included. */
  readonly buckets: readonly string[];
  readonly path: string;
};

/** What one metric catalogue gives. */
export type Metrics = Pick<Inventory, 'metrics' | 'problems'>;

/** Something in an inventory file that could not be used; what is right beside it still is. */
export type InventoryProblem = Span & ProblemDetail & {readonly path: string};

export type ProblemDetail =
  | {readonly code: 'yaml-syntax'; readonly data: {readonly detail: string}}
  | {readonly code: 'json-syntax'; readonly data: {readonly detail: string}}
  /** A template (Helm, mostly) that has to be rendered before it is YAML. */
  | {readonly code: 'template'; readonly data: {readonly marker: string}}
  | {readonly code: 'alias-bomb'; readonly data: {readonly anchor: string}}
  | {readonly code: 'alias-loop'; readonly data: {readonly anchor: string}}
  | {readonly code: 'alias-unknown'; readonly data: {readonly anchor: string}}
  | {readonly code: 'too-complex'; readonly data: {readonly found: string; readonly limit: string}}
  /** `where` is a path such as `groups[0].rules`; `found` and `expected` are nouns. */
  | {
      readonly code: 'wrong-shape';
      readonly data: {readonly where: string; readonly found: string; readonly expected: string};
    }
  | {
      readonly code: 'metrics-syntax';
      readonly data: {readonly found: string; readonly expected: string};
    }
  /** Stands in for the problems of a file after its first twenty. */
  | {readonly code: 'more-problems'; readonly data: {readonly count: string}};
