/** One thing that was looked at, and what to do where it is not as it should be. */
export type Check = {
  readonly name: string;
  /** `fail`: some step cannot run here. `warn`: a step may behave otherwise than its author saw. */
  readonly verdict: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to type or to install next; null where all is well. */
  readonly help: string | null;
};

export function ok(name: string, found: string): Check {
  return {name, verdict: 'ok', found, help: null};
}

export function warn(name: string, found: string, help: string): Check {
  return {name, verdict: 'warn', found, help};
}

export function fail(name: string, found: string, help: string): Check {
  return {name, verdict: 'fail', found, help};
}
