import {printable} from '../../core';
import {formatDuration} from '../duration';
import type {LeftOut, Plan, PlannedInput, PlannedStep} from '../plan';
import {MASK} from '../redact';
import type {Palette} from './palette';
import {kubeWords, placeOf, scriptLines, traitWords} from './step-words';

/** The whole plan for a person: what would run, in which order, with which values. */
export function planText(plan: Plan, paint: Palette): string {
  const {runbook, steps, inputs, leftOut, kube} = plan;
  const excluded = leftOut.filter(({why}) => why !== 'not-chosen');
  return [
    `${paint.bold(runbook.title)}  ${paint.dim(runbook.path)}`,
    ...(kube === null ? [] : [kubeWords(kube)]),
    ...section('Inputs', inputs.map(inputLine), paint),
    ...steps.flatMap((step, index) => stepLines(step, {index, plan, paint})),
    ...section('Left out', excluded.map(leftOutLine), paint),
    '',
  ].join('\n');
}

function section(title: string, rows: readonly string[], {bold}: Palette): readonly string[] {
  return rows.length === 0 ? [] : ['', bold(title), ...rows.map(row => `  ${row}`)];
}

function inputLine({input, given}: PlannedInput): string {
  if (given === null) return `${input.name}  not given: ${input.description}`;
  const value = input.type === 'secret' ? MASK : printable(given.value);
  return `${input.name} = ${value}  (${given.origin})`;
}

function stepLines(
  planned: PlannedStep,
  {index, plan, paint}: {readonly index: number; readonly plan: Plan; readonly paint: Palette},
): readonly string[] {
  const {step} = planned;
  const traits = traitWords(planned).join(', ');
  return [
    '',
    `${paint.bold(`${index + 1}. ${step.name}`)}  ${paint.effect[step.effect](traits)}  ${paint.dim(placeOf(plan.runbook, step))}`,
    ...(step.title === null ? [] : [`   ${step.title}`]),
    ...scriptLines(step).map(line => `   ${paint.dim('│')} ${line}`),
    ...noteLines(planned).map(line => `   ${paint.dim(line)}`),
  ];
}

function noteLines({step, cwd, timeoutMs, consent}: PlannedStep): readonly string[] {
  if (step.kind === 'manual') return [];
  if (step.kind === 'query') {
    const within = step.within === null ? '' : ` within ${step.within}`;
    return step.expect === null
      ? []
      : [`passes if the answer is ${expectWords(step.expect)}${within}`];
  }
  const notes = [
    ...(step.cwd === null ? [] : [`in ${cwd ?? step.cwd}`]),
    ...(timeoutMs === null ? [] : [`at most ${formatDuration(timeoutMs)}`]),
    ...(step.ready === null ? [] : [`ready when ${step.ready}`]),
    ...(step.exit.join() === '0' ? [] : [`exit codes ${step.exit.join(', ')} are fine`]),
    ...(step.undo === null ? [] : [`reverted by ${step.undo}`]),
    ...(consent === 'ask' ? ['asks before it runs'] : []),
    ...(consent === 'type' ? ['makes you type a name before it runs'] : []),
    ...(consent === 'agreed' ? ['agreed to by --yes and --allow'] : []),
  ];
  return notes.length === 0 ? [] : [notes.join(' · ')];
}

function expectWords(expect: string): string {
  if (expect === 'any') return 'at least one series';
  return expect === 'empty' ? 'no series' : expect;
}

function leftOutLine({step, why, reverts}: LeftOut): string {
  return why === 'undoes'
    ? `${step.name}  (reverts ${reverts ?? 'another step'}; run it by name)`
    : `${step.name}  (excluded from a run of everything; run it by name)`;
}
