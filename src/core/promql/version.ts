import type {PromqlFunction} from './functions';

/** Features that Prometheus, or an older target, has only when its `--enable-feature` names them. */
export type PromqlFeature =
  | 'promql-experimental-functions'
  | 'promql-duration-expr'
  | 'promql-extended-range-selectors'
  | 'promql-binop-fill-modifiers';

export type PromqlOptions = {
  /** A version of Prometheus such as `2.42`; the newest one when absent. */
  readonly target?: string | undefined;
  readonly features?: readonly PromqlFeature[] | undefined;
};

export function isAvailable(
  {since, removed}: Pick<PromqlFunction, 'since' | 'removed'>,
  target?: string,
) {
  if (removed !== undefined && (target === undefined || !isBefore(target, removed))) return false;
  return since === undefined || target === undefined || !isBefore(target, since);
}

/** What has become valid in the course of time, and the first version that takes it. */
const SYNTAX = {
  'a number with underscores': '2.54',
  'a number as a duration': '2.54',
  'a duration as a number': '2.54',
  'an offset of zero': '2.54',
  'a quoted name': '3.0',
  'a label with a colon': '3.0',
  'a sign in front of a duration': '3.4',
  'a trim operator': '3.11',
} as const;

export type PromqlSyntax = keyof typeof SYNTAX;

/** Why the target does not take the syntax; undefined when it does. */
export function syntaxError(syntax: PromqlSyntax, target: string | undefined): string | undefined {
  const version = SYNTAX[syntax];
  if (!isBefore(target, version)) return undefined;
  return `${syntax} needs Prometheus ${version}, the target is ${target}`;
}

/** Whether the target is older than `version`; no target is the newest version. */
export function isBefore(target: string | undefined, version: string): boolean {
  if (target === undefined) return false;
  const [major, minor] = parts(target);
  const [otherMajor, otherMinor] = parts(version);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

function parts(version: string): readonly [number, number] {
  const [, major, minor] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  // A version that cannot be read is taken as the newest one.
  if (major === undefined) return [ANY, ANY];
  return [Number(major), minor === undefined ? ANY : Number(minor)];
}

const ANY = Number.POSITIVE_INFINITY;
