import type {Plan, Surroundings} from '../../runner';
import type {FoundRunbook} from '../find-runbook';
import type {Io} from '../io';
import {pinKube} from './kube';
import type {PinnedKube} from './kube';
import {policyOf, policyRefusals, wantsContext} from './policy';
import {refusals} from './prepare';
import type {RunSettings} from './settings';

/** A plan with its kube context fixed, and what stands in its way here and now. */
export type PinnedPlan = {
  readonly plan: Plan;
  readonly kube: PinnedKube | null;
  readonly refused: readonly string[];
};

/** Throws UserError where the context does not exist. */
export function pinPlan(
  prepared: Plan,
  {
    found,
    settings,
    surroundings,
  }: {
    readonly found: Pick<FoundRunbook, 'config'>;
    readonly settings: RunSettings;
    readonly surroundings: Surroundings;
  },
  io: Io,
): PinnedPlan {
  const policy = policyOf(found.config);
  const isWanted = wantsContext(policy, prepared);
  const kube = pinKube(prepared, {context: settings.context, isWanted}, io);
  const plan = {...prepared, kube: kube?.target ?? null};
  const refused = [
    ...refusals(plan, surroundings),
    ...policyRefusals(plan, {...settings, ...surroundings, policy, kube}),
  ];
  return {plan, kube, refused};
}
