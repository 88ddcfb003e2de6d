/** What Prometheus answered to an instant query. */
export type QueryAnswer = {
  readonly samples: readonly Sample[];
  readonly warnings: readonly string[];
  /** What Prometheus remarks that does not make the answer doubtful. */
  readonly infos: readonly string[];
};

/** One value with the labels that it stands for; of a range vector, the latest. */
export type Sample = {
  readonly labels: Readonly<Record<string, string>>;
  /** As Prometheus writes it, `NaN` and `+Inf` too; a histogram as its count and sum. */
  readonly text: string;
  /** Null for what is no number: a string or a histogram. */
  readonly value: number | null;
};

export type QueryError = {
  /** `rejected` will not change by asking again; `unreachable` and `unavailable` may. */
  readonly kind: 'rejected' | 'unreachable' | 'unavailable';
  readonly message: string;
};

export type QueryResponse =
  | {readonly kind: 'answer'; readonly answer: QueryAnswer}
  | {readonly kind: 'error'; readonly error: QueryError};

/** Asks for the present value of an expression. Rejects only when it was aborted. */
export type Query = (expr: string, signal: AbortSignal) => Promise<QueryResponse>;
