import {LINT_PHASES} from '../core';
import type {Finding, LintEvent, LintPhase} from '../core';
import type {Output} from './io';
import {table} from './table';

/** Shorter runs are over before anybody could read how far they are. */
const PATIENCE_MS = 1000;

const INTERVAL_MS = 100;

/** Follows a lint: shows how far it is on a terminal, and counts for `--stats`. */
export function followLint({now, stderr}: {readonly now: () => number; readonly stderr: Output}) {
  const begun = now();
  const times = new Map<string, number>();
  const totals = {files: 0, blocks: 0, commands: 0, queries: 0};
  let phase: {readonly name: string; readonly since: number} = {name: 'read', since: begun};
  let shownAt = begun + PATIENCE_MS - INTERVAL_MS;
  let isShown = false;

  function enter(name: string): void {
    const at = now();
    times.set(phase.name, (times.get(phase.name) ?? 0) + at - phase.since);
    phase = {name, since: at};
  }

  function show(files: number): void {
    if (stderr.isTTY !== true || now() - shownAt < INTERVAL_MS) return;
    shownAt = now();
    isShown = true;
    stderr.write(`\r${totals.files} of ${files} files checked\u001b[K`);
  }

  return {
    enter,
    /** `files` is how many there are to check. */
    observer(files: number): (event: LintEvent) => void {
      return event => {
        if (event.kind === 'phase') return enter(event.phase);
        totals.files += 1;
        totals.blocks += event.blocks;
        totals.commands += event.commands;
        totals.queries += event.queries;
        show(files);
      };
    },
    /** Takes the line with the progress away. */
    clear(): void {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
    statistics(findings: readonly Finding[]): string {
      enter('end');
      return statisticsOf(findings, totals, times);
    },
  };
}

const PHASES: readonly (LintPhase | 'read' | 'report')[] = ['read', ...LINT_PHASES, 'report'];

function statisticsOf(
  findings: readonly Finding[],
  totals: Readonly<Record<string, number>>,
  times: ReadonlyMap<string, number>,
): string {
  const counts = new Map<string, number>();
  for (const {rule} of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const phases = PHASES.flatMap(name => {
    const time = times.get(name);
    return time === undefined ? [] : [[name, `${time.toFixed(0)} ms`]];
  });
  const checked = Object.entries(totals).map(([name, count]) => [name, String(count)]);
  return [
    ['Checked', checked],
    ['Time', phases],
    ['Findings', rules.map(([rule, count]) => [rule, String(count)])],
  ]
    .flatMap(([title, rows]) =>
      typeof title === 'string' && Array.isArray(rows) && rows.length > 0
        ? [`\n${title}\n${table(rows.map(([name = '', value = '']) => [`  ${name}`, value]))}`]
        : [],
    )
    .join('');
}
