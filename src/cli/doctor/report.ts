import {printable} from '../../core';
import type {Check} from './check';
import type {Palette} from '../../runner';

/** A line for each check, aligned, and below it what to do. */
export function doctorText(checks: readonly Check[], paint: Palette): string {
  const width = Math.max(...checks.map(({name}) => name.length));
  const colors = {ok: paint.good, warn: paint.effect.change, fail: paint.bad};
  const lines = checks.flatMap(({name, verdict, found, help}) => [
    `${colors[verdict](verdict.padEnd(4))}  ${printable(name).padEnd(width)}  ${printable(found)}`,
    ...(help === null ? [] : [`${' '.repeat(width + 8)}${paint.dim(printable(help))}`]),
  ]);
  return `${lines.join('\n')}\n\n${summary(checks)}\n`;
}

function summary(checks: readonly Check[]): string {
  const count = (wanted: Check['verdict']) =>
    checks.filter(({verdict}) => verdict === wanted).length;
  const [failed, warned] = [count('fail'), count('warn')];
  if (failed + warned === 0) return 'All that the runbooks need is here.';
  const warnings = `${warned} ${warned === 1 ? 'warning' : 'warnings'}`;
  if (failed === 0) return `${warnings}, and nothing that keeps a step from running.`;
  return `${failed} ${failed === 1 ? 'thing is' : 'things are'} missing, ${warnings}.`;
}

/** The same for other programs. */
export function doctorJson(checks: readonly Check[]): string {
  return `${JSON.stringify({version: 1, checks}, null, 2)}\n`;
}
