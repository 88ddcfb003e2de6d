import type {Step} from '../../core';
import type {Effect, Plan} from './plan';

/** What a team wants before a step of at least this effect runs in a context. */
export type PolicyRule = {
  /** A pattern for the names of kube contexts, in which `*` stands for anything; null means always. */
  readonly context: string | null;
  readonly effect: 'change' | 'destroy';
  readonly require: readonly PolicyDemand[];
};

/** `allow`: `--allow` covers the effect of the step. `terminal`: a person can be asked. */
export type PolicyDemand = 'allow' | 'terminal';

/** A demand of the policy that a run does not meet. */
export type PolicyBreach = {
  readonly rule: PolicyRule;
  readonly demand: PolicyDemand;
  readonly steps: readonly Step[];
};

/** What the policy is held against. */
export type PolicyScene = {
  /** The contexts that the run may act on; `all` where a command names one that is not known yet. */
  readonly contexts: readonly string[] | 'all';
  /** What the person wrote after `--allow`. */
  readonly allowed: Effect;
  readonly person: 'present' | 'absent';
};

const RANK: Readonly<Record<Effect, number>> = {read: 0, change: 1, destroy: 2};

/** The demands that are not met, in the order of the rules; the run is refused if there is one. */
export function policyBreaches(
  {steps}: Pick<Plan, 'steps'>,
  policy: readonly PolicyRule[],
  scene: PolicyScene,
): readonly PolicyBreach[] {
  const applying = policy.filter(({context}) => context === null || isMet(context, scene.contexts));
  return applying.flatMap(rule => {
    const covered = steps
      .map(({step}) => step)
      .filter(({effect}) => RANK[effect] >= RANK[rule.effect]);
    const breachOf = (demand: PolicyDemand): readonly PolicyBreach[] => {
      const lacking = covered.filter(step => !isGranted(demand, step, scene));
      return lacking.length === 0 ? [] : [{rule, demand, steps: lacking}];
    };
    return rule.require.flatMap(breachOf);
  });
}

function isGranted(demand: PolicyDemand, {effect}: Step, {allowed, person}: PolicyScene): boolean {
  return demand === 'allow' ? RANK[effect] <= RANK[allowed] : person === 'present';
}

function isMet(pattern: string, contexts: PolicyScene['contexts']): boolean {
  if (contexts === 'all') return true;
  const parts = pattern.split('*').map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 's');
  return contexts.some(context => whole.test(context));
}
