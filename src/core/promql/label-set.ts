/**
 * What is known of one label of a vector: `present` for sure, `expected` because somebody groups by
 * it or a catalogue shows it, `empty` because a matcher says so, `gone` because an operation dropped
 * it, `missing` because no metric of a catalogue has it, `none` where there never was one.
 */
export type LabelState = 'present' | 'expected' | 'unknown' | 'empty' | 'gone' | 'missing' | 'none';

export type LabelSet = {
  readonly states: ReadonlyMap<string, LabelState>;
  /** The state of every label that is not in `states`. */
  readonly rest: LabelState;
  /** Values that a matcher fixes. */
  readonly values: ReadonlyMap<string, string>;
};

export const ANY_LABELS: LabelSet = makeLabels('unknown');
export const NO_LABELS: LabelSet = makeLabels('none');

export function makeLabels(
  rest: LabelState,
  states: Iterable<readonly [string, LabelState]> = [],
  values: Iterable<readonly [string, string]> = [],
): LabelSet {
  return {rest, states: new Map(states), values: new Map(values)};
}

export function labelState({states, rest}: LabelSet, label: string): LabelState {
  return states.get(label) ?? rest;
}

export function isThere(state: LabelState): boolean {
  return state === 'present' || state === 'expected';
}

export function isAbsent(state: LabelState): boolean {
  return state !== 'unknown' && !isThere(state);
}

/** The same labels, some of them in another state; a value that was known is not any more. */
export function withStates(
  labels: LabelSet,
  changes: Iterable<readonly [string, LabelState]>,
): LabelSet {
  const changed = new Map(changes);
  return makeLabels(
    labels.rest,
    [...labels.states, ...changed],
    [...labels.values].filter(([label]) => !changed.has(label)),
  );
}

/** What `or` gives: a series has the labels of one side or of the other. */
export function eitherOf(left: LabelSet, right: LabelSet): LabelSet {
  return makeLabels(
    either(left.rest, right.rest),
    bothNames(left, right).map(label => [
      label,
      either(labelState(left, label), labelState(right, label)),
    ]),
    [...left.values].filter(([label, value]) => right.values.get(label) === value),
  );
}

/** What a one-to-one match gives: both sides have the same labels, or there is no result. */
export function agreementOf(left: LabelSet, right: LabelSet): LabelSet {
  return makeLabels(
    agreed(left.rest, right.rest),
    bothNames(left, right).map(label => [
      label,
      agreed(labelState(left, label), labelState(right, label)),
    ]),
    [...right.values, ...left.values],
  );
}

function bothNames(left: LabelSet, right: LabelSet): readonly string[] {
  return [...new Set([...left.states.keys(), ...right.states.keys()])];
}

function either(left: LabelState, right: LabelState): LabelState {
  if (left === right) return left;
  if (isThere(left) && isThere(right)) return 'expected';
  if (!isAbsent(left) || !isAbsent(right)) return 'unknown';
  return left === 'gone' || right === 'gone' ? 'gone' : 'none';
}

function agreed(left: LabelState, right: LabelState): LabelState {
  if (left === right || right === 'unknown') return left;
  if (left === 'unknown') return right;
  if (isThere(left) !== isThere(right)) return 'unknown';
  return left === 'present' || left === 'gone' ? left : right;
}
