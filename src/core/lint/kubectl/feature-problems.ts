import type {Span} from '../../document';
import type {KubectlNode} from '../node';
import {versionAfter} from './kubectl-version';

/** A command or flag that one of the versions in question lacks. */
export type FeatureProblem = {
  readonly feature: string;
  readonly at: Span;
  /** The first version that has it; undefined where the oldest known one does. */
  readonly since: string | undefined;
  /** The first version that lacks it again. */
  readonly gone: string | undefined;
};

export function featureProblems({kubectl, place}: KubectlNode): readonly FeatureProblem[] {
  return kubectl.problems.flatMap(problem => {
    if (problem.kind !== 'command-version' && problem.kind !== 'flag-version') return [];
    const {since, until} = problem.data;
    const feature = problem.kind === 'flag-version' ? problem.data.flag : problem.data.command;
    return [
      {
        feature,
        at: place(problem.start, problem.end),
        since: since === '' ? undefined : since,
        gone: until === '' ? undefined : versionAfter(until),
      },
    ];
  });
}
