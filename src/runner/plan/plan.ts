import type {Input, Runbook, Step} from '../../core';

export type Effect = Step['effect'];

/** Why a step is in the plan. */
export type PlanReason = {readonly kind: 'chosen'} | {readonly kind: 'needed'; readonly by: string};

/** Why a step of the runbook is not in the plan. */
export type LeftOut = {
  readonly step: Step;
  readonly why: 'excluded' | 'undoes' | 'not-chosen';
  /** For `undoes`: the step that it reverts. */
  readonly reverts: string | null;
};

/** What a person has to say before a step may run. */
export type Consent = 'none' | 'agreed' | 'ask' | 'type';

export type PlannedStep = {
  readonly step: Step;
  readonly reason: PlanReason;
  readonly consent: Consent;
  /** Absolute; where a command starts. Null for other steps. */
  readonly cwd: string | null;
  /** Milliseconds; null where none applies. */
  readonly timeoutMs: number | null;
};

export type ValueOrigin = '--set' | 'environment' | 'default' | 'asked' | '--env-file';

export type InputValue = {readonly value: string; readonly origin: ValueOrigin};

/** An input that a planned step uses; `given` is null where nobody gave a value yet. */
export type PlannedInput = {readonly input: Input; readonly given: InputValue | null};

/** Where the kube commands of a run act, fixed before anything starts. */
export type KubeTarget = {readonly context: string; readonly namespace: string};

/** All that a run will do, known before anything starts; a dry run prints it. */
export type Plan = {
  readonly runbook: Runbook;
  readonly steps: readonly PlannedStep[];
  readonly leftOut: readonly LeftOut[];
  readonly inputs: readonly PlannedInput[];
  /** The person agreed with `--yes`: manual steps that nothing needs may be passed over. */
  readonly unattended: boolean;
  /** The steps that revert planned ones; none of them runs unless a person wants it. */
  readonly undos?: readonly PlannedStep[];
  /** Null where no command wants one, or none is configured. */
  readonly kube: KubeTarget | null;
};
