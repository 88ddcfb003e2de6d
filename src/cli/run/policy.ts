import {policyBreaches, policyWords} from '../../runner';
import type {Effect, Plan, PolicyRule, Surroundings} from '../../runner';
import type {Config} from '../config';
import type {PinnedKube} from './kube';

/** The rules of the configuration. */
export function policyOf({policy}: Pick<Config, 'policy'>): readonly PolicyRule[] {
  return policy.map(({context, effect, require}) => ({context: context ?? null, effect, require}));
}

/** True if a rule cannot be held against the plan before its kube context is known. */
export function wantsContext(policy: readonly PolicyRule[], {steps}: Pick<Plan, 'steps'>): boolean {
  return (
    policy.some(({context}) => context !== null) && steps.some(({step}) => step.effect !== 'read')
  );
}

/** What the policy has against a run, a line each. */
export function policyRefusals(
  plan: Plan,
  {
    policy,
    kube,
    allowed,
    person,
  }: {
    readonly policy: readonly PolicyRule[];
    readonly kube: PinnedKube | null;
    readonly allowed: Effect;
    readonly person: Surroundings['person'];
  },
): readonly string[] {
  const contexts = kube === null ? [] : kube.contexts;
  return policyBreaches(plan, policy, {contexts, allowed, person}).map(policyWords);
}
