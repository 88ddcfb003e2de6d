import {PHASES} from '../../core';
import type {Runbook, Step} from '../../core';
import type {LeftOut, PlanReason} from './plan';

/** Which steps of a runbook to run; with nothing named, all that are not excluded. */
export type Selection = {
  readonly step: string | null;
  readonly from: string | null;
  /** Names of steps or of phases. */
  readonly only: readonly string[];
};

export type SelectionProblem =
  | {
      readonly kind: 'unknown-step';
      readonly name: string;
      readonly option: '#' | '--from' | '--only';
    }
  | {readonly kind: 'unknown-need'; readonly step: Step; readonly name: string}
  | {readonly kind: 'duplicate-name'; readonly name: string; readonly lines: readonly number[]}
  | {readonly kind: 'cycle'; readonly names: readonly string[]}
  | {readonly kind: 'nothing-chosen'};

export type Selected = {
  readonly steps: readonly {readonly step: Step; readonly reason: PlanReason}[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly SelectionProblem[];
};

/** Puts the chosen steps in document order, each behind the steps that it needs. */
export function selectSteps(runbook: Runbook, selection: Selection): Selected {
  const unknown = unknownNames(runbook, selection);
  const duplicates = duplicateNames(runbook);
  if (unknown.length + duplicates.length > 0) {
    return {steps: [], leftOut: [], problems: [...unknown, ...duplicates]};
  }
  const reverts = revertedBy(runbook);
  const chosen = runbook.steps.filter(step => isChosen(step, {runbook, selection, reverts}));
  const {ordered, problems} = order(chosen, runbook);
  const planned = new Set(ordered.map(({step}) => step.name));
  return {
    steps: ordered,
    leftOut: runbook.steps
      .filter(step => !planned.has(step.name))
      .map(step => leftOut(step, {selection, reverts})),
    problems: ordered.length + problems.length === 0 ? [{kind: 'nothing-chosen'}] : problems,
  };
}

type Choice = {
  readonly runbook: Runbook;
  readonly selection: Selection;
  readonly reverts: ReadonlyMap<string, string>;
};

function isChosen(step: Step, {runbook, selection, reverts}: Choice): boolean {
  if (selection.step !== null) return step.name === selection.step;
  if (selection.only.includes(step.name)) return true;
  if (step.name === selection.from) return true;
  if (isExcluded(step) || reverts.has(step.name)) return false;
  if (selection.only.length > 0) return step.phase !== null && selection.only.includes(step.phase);
  return !isBefore(step, selection.from, runbook);
}

function isExcluded(step: Step): boolean {
  return step.kind !== 'manual' && step.excludeFromRunAll;
}

function isBefore(step: Step, from: string | null, {steps}: Runbook): boolean {
  if (from === null) return false;
  return steps.indexOf(step) < steps.findIndex(({name}) => name === from);
}

/** A step that reverts another one has no place in a run of everything. */
function revertedBy({steps}: Runbook): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(step =>
      step.kind === 'command' && step.undo !== null ? [[step.undo, step.name] as const] : [],
    ),
  );
}

function leftOut(step: Step, {selection, reverts}: Omit<Choice, 'runbook'>): LeftOut {
  const named = selection.step !== null || selection.from !== null || selection.only.length > 0;
  if (!named && isExcluded(step)) return {step, why: 'excluded', reverts: null};
  const reverted = reverts.get(step.name);
  if (!named && reverted !== undefined) return {step, why: 'undoes', reverts: reverted};
  return {step, why: 'not-chosen', reverts: null};
}

function unknownNames({steps}: Runbook, selection: Selection): readonly SelectionProblem[] {
  const names = new Set(steps.map(({name}) => name));
  const phases: ReadonlySet<string> = new Set(PHASES);
  const wanted = [
    ...(selection.step === null ? [] : [{name: selection.step, option: '#' as const}]),
    ...(selection.from === null ? [] : [{name: selection.from, option: '--from' as const}]),
    ...selection.only
      .filter(name => !phases.has(name))
      .map(name => ({name, option: '--only' as const})),
  ];
  return wanted
    .filter(({name}) => !names.has(name))
    .map(({name, option}) => ({kind: 'unknown-step', name, option}));
}

function duplicateNames({steps}: Runbook): readonly SelectionProblem[] {
  const lines = new Map<string, readonly number[]>();
  for (const {name, line} of steps) lines.set(name, [...(lines.get(name) ?? []), line]);
  return [...lines]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => ({kind: 'duplicate-name', name, lines: places}));
}

type Ordered = {readonly step: Step; readonly reason: PlanReason};

function order(
  chosen: readonly Step[],
  {steps}: Runbook,
): {readonly ordered: readonly Ordered[]; readonly problems: readonly SelectionProblem[]} {
  const byName = new Map(steps.map(step => [step.name, step]));
  const isWanted = new Set(chosen);
  const ordered: Ordered[] = [];
  const problems: SelectionProblem[] = [];
  const done = new Set<Step>();

  function visit(step: Step, path: readonly Step[]): void {
    if (done.has(step)) return;
    const start = path.indexOf(step);
    if (start !== -1) {
      const names = [...path.slice(start), step].map(({name}) => name);
      problems.push({kind: 'cycle', names});
      return;
    }
    for (const name of needsOf(step)) {
      const need = byName.get(name);
      if (need === undefined) problems.push({kind: 'unknown-need', step, name});
      else visit(need, [...path, step]);
    }
    if (done.has(step)) return;
    done.add(step);
    const by = path.at(-1)?.name;
    const needed = by !== undefined && !isWanted.has(step);
    ordered.push({step, reason: needed ? {kind: 'needed', by} : {kind: 'chosen'}});
  }

  for (const step of chosen) visit(step, []);
  return {ordered, problems};
}

/** The names of the steps that have to run before this one. */
export function needsOf(step: Step): readonly string[] {
  return step.kind === 'command' ? step.needs : [];
}
