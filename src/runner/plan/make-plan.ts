import type {Runbook, Step} from '../../core';
import {parseDuration} from '../duration';
import type {Consent, Effect, LeftOut, Plan, PlanReason, PlannedInput, PlannedStep} from './plan';

export type PlanSettings = {
  /** With `--yes`: the most that the person agreed to beforehand. */
  readonly agreed: Effect;
  readonly unattended: boolean;
  /** Milliseconds for commands whose tag names none. */
  readonly timeoutMs: number;
  /** Absolute; where commands without a `cwd` start. */
  readonly cwd: string;
  /** Turns the `cwd` of a tag into an absolute path. */
  readonly resolveCwd: (cwd: string) => string;
};

/** Default of `timeout`, in milliseconds. */
export const DEFAULT_TIMEOUT_MS = 5 * 60_000;

const RANK: Readonly<Record<Effect, number>> = {read: 0, change: 1, destroy: 2};

/** Settles everything about a run that does not depend on the run itself. */
export function makePlan(
  runbook: Runbook,
  {
    steps,
    leftOut,
    inputs,
  }: {
    readonly steps: readonly {readonly step: Step; readonly reason: PlanReason}[];
    readonly leftOut: readonly LeftOut[];
    readonly inputs: readonly PlannedInput[];
  },
  settings: PlanSettings,
): Plan {
  return {
    runbook,
    steps: steps.map(({step, reason}) => ({
      step,
      reason,
      consent: consentFor(step.effect, settings.agreed),
      cwd: cwdOf(step, settings),
      timeoutMs: timeoutOf(step, settings),
    })),
    leftOut,
    inputs,
    unattended: settings.unattended,
    undos: plannedUndos(runbook, {steps, settings}),
    kube: null,
  };
}

/** Nobody agreed to them beforehand, so that each is asked for. */
function plannedUndos(
  runbook: Runbook,
  {
    steps,
    settings,
  }: {
    readonly steps: readonly {readonly step: Step}[];
    readonly settings: PlanSettings;
  },
): readonly PlannedStep[] {
  const names = new Set(steps.map(({step}) => (step.kind === 'command' ? step.undo : null)));
  return runbook.steps
    .filter(({name}) => names.has(name))
    .map(step => ({
      step,
      reason: {kind: 'chosen'},
      consent: step.effect === 'destroy' ? 'type' : 'ask',
      cwd: cwdOf(step, settings),
      timeoutMs: timeoutOf(step, settings),
    }));
}

function consentFor(effect: Effect, agreed: Effect): Consent {
  if (effect === 'read') return 'none';
  if (RANK[effect] <= RANK[agreed]) return 'agreed';
  return effect === 'destroy' ? 'type' : 'ask';
}

function cwdOf(step: Step, {cwd, resolveCwd}: PlanSettings): string | null {
  if (step.kind !== 'command') return null;
  return step.cwd === null ? cwd : resolveCwd(step.cwd);
}

function timeoutOf(step: Step, {timeoutMs}: PlanSettings): number | null {
  if (step.kind !== 'command' || step.background || step.interactive) return null;
  return (step.timeout === null ? undefined : parseDuration(step.timeout)) ?? timeoutMs;
}

/** The steps that use a declared input. */
export function usersOf(steps: readonly PlannedStep[], name: string): readonly Step[] {
  return steps.map(({step}) => step).filter(step => step.inputs.includes(name));
}
