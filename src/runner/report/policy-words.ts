import {printable} from '../../core';
import type {PolicyBreach} from '../plan';

/** One line for a demand of the policy, with what meets it. */
export function policyWords({rule, demand, steps}: PolicyBreach): string {
  const names = steps.map(({name}) => name).join(', ');
  const where = rule.context === null ? '' : ` in \`${printable(rule.context)}\``;
  const law = `The policy says that a \`${rule.effect}\`${where}`;
  const widest = steps.some(({effect}) => effect === 'destroy') ? 'destroy' : 'change';
  return demand === 'allow'
    ? `${law} needs \`--allow\`: agree to ${names} with \`--allow ${widest}\`.`
    : `${law} needs a person: run ${names} in a terminal.`;
}
