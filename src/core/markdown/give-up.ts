/** Deeper than any page for people; what is built from the tree walks it by recursion. */
export const DEEPEST = 100;

/** Thrown inside this folder when a text holds what is not reproduced exactly; never leaves it. */
export class GiveUp extends Error {}

/** `what` names the construct, for whoever measures how often it happens. */
export function giveUp(what: string): never {
  throw new GiveUp(what);
}

/** Steps that may be taken again over the same text before a page counts as hostile. */
export type Budget = {left: number};

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) giveUp('a text that takes more than linear time');
}
