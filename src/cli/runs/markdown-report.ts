import {printable} from '../../core';
import type {RunRecord} from '../../runner';
import {durationOf, shownTime, stateOf} from './run-state';
import {askedWords, excerptLines, factsOf, inputsOf, outcomeOf} from './run-summary';
import type {ReportedStep} from './run-summary';

/** The record of a run for the ticket of an incident. */
export function markdownReport(record: RunRecord, steps: readonly ReportedStep[]): string {
  const {begun, ended} = record;
  const facts = [...factsOf(record), ...inputsOf(record)];
  const notBegun = ended?.notBegun ?? [];
  return [
    `# ${plain(begun.runbook.title)}: ${stateOf(record)}`,
    '',
    `${shownTime(begun.time)}, ${durationOf(record)}`,
    '',
    ...facts.map(([name, value]) => `- ${plain(name)}: ${code(value)}`),
    '',
    ...steps.flatMap(stepLines),
    ...(notBegun.length === 0 ? [] : [`Not begun: ${notBegun.map(code).join(', ')}`, '']),
  ].join('\n');
}

function stepLines(step: ReportedStep): readonly string[] {
  const output = excerptLines(step);
  return [
    `## ${step.position}. ${plain(step.id)}: ${plain(outcomeOf(step))}`,
    '',
    ...step.asked.map(entry => `- asked for ${plain(askedWords(entry))}`),
    ...(step.asked.length === 0 ? [] : ['']),
    ...(step.planned === null ? [] : fenced(step.planned.text.split('\n').map(printable), 'text')),
    ...(output.length === 0 ? [] : ['Output:', '', ...fenced(output, 'text')]),
  ];
}

/** Longer than every run of backquotes inside, so that the text cannot end it. */
function fenced(lines: readonly string[], language: string): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence, ''];
}

function code(text: string): string {
  const shown = printable(text.replace(/\s+/g, ' '));
  const marks = '`'.repeat(longestRun(shown) + 1);
  const pad = /^`|`$/.test(shown) || shown === '' ? ' ' : '';
  return `${marks}${pad}${shown}${pad}${marks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

/** Text that means nothing but itself, on one line. */
function plain(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>#|!@&~]/g, '\\$&');
}
