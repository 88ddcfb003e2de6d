import {printable} from '../../core';
import type {Step} from '../../core';
import {formatDuration} from '../duration';
import type {Failure, SkipReason, StepOutcome} from '../events';
import type {QueryError, Sample, Verdict} from '../query';

/** Why a step failed. */
export function failureWords(failure: Failure, step: Step): string {
  switch (failure.kind) {
    case 'exit':
      return `exit code ${failure.exitCode}${exitHint(failure.exitCode)}${acceptedWords(step)}`;
    case 'signal':
      return `ended by ${failure.signal}`;
    case 'timeout':
      return `not done after ${formatDuration(failure.afterMs)}, so it was ended`;
    case 'not-started':
      return `it could not be started: ${printable(failure.reason)}`;
    case 'not-ready':
      return `not ready (${failure.ready}) after ${formatDuration(failure.afterMs)}`;
    case 'port-taken':
      return `port ${failure.port} is in use by another process already`;
    case 'ended-early':
      return 'it runs in the background, and ended before the run did';
    case 'expectation':
      return verdictWords(failure.expect, failure.verdict);
    case 'query':
      return printable(failure.error.message);
    case 'changed':
      return 'not run, because the page says something else now';
  }
}

/** What a page says now, against what the plan holds. */
export function changeLines(outcome: StepOutcome): readonly string[] {
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'changed') return [];
  const lines = outcome.failure.diff.replace(/\n$/, '').split('\n');
  return lines.map(line => `  ${printable(line.replaceAll('\t', '    '))}`);
}

export function skipWords(why: SkipReason): string {
  switch (why.kind) {
    case 'said-so':
      return 'skipped';
    case 'nobody-there':
      return 'skipped: it needs a person, and nobody is there';
    case 'need-skipped':
      return `skipped: it needs ${why.need}, which was skipped`;
  }
}

/** Why the answer to a query is, or is not, as expected. */
export function verdictWords(expect: string, {passed, culprit}: Verdict): string {
  if (passed) return `as expected (${expect})`;
  if (expect === 'empty') {
    return `expected no series, found ${culprit === null ? 'some' : sampleWords(culprit)}`;
  }
  if (culprit === null) {
    return `expected ${expect === 'any' ? 'at least one series' : expect}, found no series`;
  }
  return `expected ${expect}, found ${sampleWords(culprit)}`;
}

/** Why the answer to a query that was judged is as expected. */
export function passedWords(expect: string, samples: readonly Sample[]): string {
  const [only, ...others] = samples;
  const words = `as expected (${expect})`;
  if (only === undefined) return words;
  return others.length === 0
    ? `${words}, found ${sampleWords(only)}`
    : `${words}, found ${samples.length} series`;
}

/** What was seen at the last attempt of a query that waits. */
export function seenWords(expect: string, seen: Verdict | QueryError): string {
  return 'passed' in seen ? verdictWords(expect, seen) : printable(seen.message);
}

function sampleWords({labels, text}: NonNullable<Verdict['culprit']>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return printable(pairs.length === 0 ? text : `${text} for {${pairs.join(', ')}}`);
}

/** What shells mean by their own codes; the number alone tells a tired person nothing. */
function exitHint(exitCode: number): string {
  const hints: Readonly<Record<number, string>> = {
    126: ', a program may not be executed',
    127: ', a program was not found',
    137: ', a program was killed, perhaps for memory',
    141: ', a program wrote into a pipe that nobody read any more, as before `head`',
  };
  return hints[exitCode] ?? '';
}

function acceptedWords(step: Step): string {
  if (step.kind !== 'command' || (step.exit.length === 1 && step.exit[0] === 0)) return '';
  return ` (accepted: ${step.exit.join(', ')})`;
}
