import type {StepResult, Wait} from '../events';
import {sparkline} from '../query';
import type {Drawing} from '../query';

/** Wider curves tell no more. */
const WIDTH = 30;

/** The values that a query had while it was waited for. */
export type PolledValues = {
  readonly saw: (wait: Extract<Wait, {readonly kind: 'expectation'}>) => void;
  /** Their course, with the value that the query ended with; empty before there are two. */
  readonly course: (result?: Pick<StepResult, 'answer'>) => string;
};

export function polledValues(drawing: Drawing): PolledValues {
  /** By attempt, because several events may tell of one. */
  const values: (number | null)[] = [];
  return {
    saw({attempt, seen}) {
      values[attempt - 1] = 'passed' in seen ? (seen.culprit?.value ?? null) : null;
    },
    course(result) {
      const [only, ...others] = result?.answer?.samples ?? [];
      const isOne = only !== undefined && others.length === 0;
      const all = isOne ? [...values, only.value] : values;
      const isCourse = values.length > 0 && all.filter(value => value !== null).length > 1;
      return isCourse
        ? sparkline(
            all.map(value => value ?? null),
            {width: WIDTH, drawing},
          )
        : '';
    },
  };
}
