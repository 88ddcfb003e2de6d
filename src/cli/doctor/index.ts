import process from 'node:process';
import type {Registry} from '../../core';
import {spawn} from '../../runner';
import type {Config} from '../config';
import type {Io} from '../io';
import type {Check} from './check';
import {checkKubectl} from './kubectl';
import {prober} from './probe';
import {checkPrometheus} from './prometheus';
import {checkNode, checkShells} from './shells';
import {checkTools, toolsOf} from './tools';

export {doctorJson, doctorText} from './report';
export type {Check} from './check';

export type DoctorOptions = {
  readonly target: Config['target'];
  /** The address of Prometheus as the person gave it. */
  readonly prometheus: string | undefined;
  readonly context: string | undefined;
};

/** Looks at what the runbooks need of this machine, all at once; each look is bounded in time. */
export async function examine(
  {runbooks}: Registry,
  {target, prometheus, context}: DoctorOptions,
  io: Pick<Io, 'env' | 'cwd'>,
): Promise<readonly Check[]> {
  const probe = prober(spawn, io);
  const steps = runbooks.flatMap(runbook => runbook.steps);
  const commands = steps.filter(step => step.kind === 'command');
  const tools = toolsOf(runbooks);
  const usesKubectl = tools.some(({name}) => name === 'kubectl');
  const usesQueries = steps.some(({kind}) => kind === 'query') || prometheus !== undefined;
  const checks = await Promise.all([
    checkNode(process.version),
    ...checkShells(commands, {probe, target: target.bash}),
    usesKubectl ? checkKubectl(probe, {target: target.kubectl, context}) : [],
    usesQueries ? checkPrometheus(prometheus, {target: target.prometheus}) : [],
    checkTools(
      tools.filter(({name}) => name !== 'kubectl'),
      probe,
    ),
  ]);
  return checks.flat();
}
