/** What kubectl would refuse in a command line; `data` holds the words for a message. */
export type Problem = {
  readonly start: number;
  readonly end: number;
} & (
  | {readonly kind: 'unknown-command'; readonly data: Data<'command' | 'parent' | 'suggestion'>}
  | {readonly kind: 'unknown-flag'; readonly data: Data<'flag' | 'command' | 'suggestion'>}
  | {readonly kind: 'command-version'; readonly data: Data<'command' | 'since' | 'until'>}
  | {readonly kind: 'flag-version'; readonly data: Data<'flag' | 'command' | 'since' | 'until'>}
  | {readonly kind: 'missing-value'; readonly data: Data<'flag'>}
  | {readonly kind: 'wrong-value'; readonly data: Data<'flag' | 'value' | 'expected'>}
  | {readonly kind: 'missing-argument'; readonly data: Data<'command' | 'usage'>}
  | {readonly kind: 'unexpected-argument'; readonly data: Data<'command' | 'argument'>}
  | {readonly kind: 'missing-flag'; readonly data: Data<'flag' | 'command'>}
);

/** `suggestion`, `since` and `until` are empty when there is none. */
type Data<Key extends string> = Readonly<Record<Key, string>>;
