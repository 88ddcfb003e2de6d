import {translate} from '@docusaurus/Translate';
import type {RunbookFacts} from '../../../plugins/docusaurus-runbooks/client';

export type ReviewState = {readonly words: string; readonly isOverdue: boolean};

/** `today` is a day such as `2026-01-31`; without one nothing is overdue. */
export function reviewState(
  {reviewed, due}: Pick<RunbookFacts, 'reviewed' | 'due'>,
  today: string | undefined,
): ReviewState {
  if (due !== null) {
    const isOverdue = today !== undefined && due < today;
    const words = isOverdue
      ? translate({id: 'runbook.review.overdue', message: 'overdue since {day}'}, {day: due})
      : translate({id: 'runbook.review.due', message: 'due {day}'}, {day: due});
    return {words, isOverdue};
  }
  if (reviewed !== null) {
    const words = translate({id: 'runbook.review.done', message: 'on {day}'}, {day: reviewed});
    return {words, isOverdue: false};
  }
  const words = translate({id: 'runbook.review.none', message: 'no date set'});
  return {words, isOverdue: false};
}
