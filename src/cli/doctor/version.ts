import {isBefore} from '../../core';
import {ok, warn} from './check';
import type {Check} from './check';

/** A version against the one that the runbooks are written for; a newer one is fine. */
export function againstTarget(
  name: string,
  {
    found,
    target,
    of,
  }: {readonly found: string; readonly target: string | undefined; readonly of: string},
): Check {
  const installed = /\d+(?:\.\d+)+/.exec(found)?.[0];
  if (target === undefined || installed === undefined) return ok(name, found);
  if (!isBefore(installed, target)) return ok(name, `${found}, target ${target}`);
  return warn(
    name,
    `${found}, and the runbooks are written for ${target}`,
    `Install ${of} ${target} or newer, or lower \`target\` in runbook.config.yaml.`,
  );
}
