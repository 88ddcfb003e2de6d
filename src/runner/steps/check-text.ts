import type {Step} from '../../core';
import type {StepResult} from '../events';
import {resultOf} from './run-context';
import type {RunContext} from './run-context';

/** The end of a step whose text is no longer the one of the plan; null where it still is. */
export async function checkText(
  step: Step,
  {changeOf}: Pick<RunContext, 'changeOf'>,
): Promise<StepResult | null> {
  const diff = (await changeOf?.(step)) ?? null;
  if (diff === null) return null;
  return resultOf(step, {kind: 'failed', failure: {kind: 'changed', diff}});
}
