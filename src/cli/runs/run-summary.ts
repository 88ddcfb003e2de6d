import {formatDuration} from '../../runner';
import type {EntryOf, RunRecord} from '../../runner';
import type {OutputExcerpt} from './read-output';

type Recorded = RunRecord['begun']['steps'][number];

/** One carrying out of a step, put together from its entries. */
export type StepSummary = {
  readonly id: string;
  /** Null for a step that was not in the plan, as one that undoes another. */
  readonly planned: Recorded | null;
  readonly position: number;
  readonly begunAt: string;
  readonly asked: readonly EntryOf<'asked'>[];
  readonly ended: EntryOf<'step-ended'> | null;
};

/** The steps that were begun, in order. */
export function stepSummaries({begun, entries}: RunRecord): readonly StepSummary[] {
  const starts = entries.filter(entry => entry.kind === 'step-begun');
  return starts.map(({step, position, time}) => {
    const from = entries.findIndex(
      entry => entry.kind === 'step-begun' && entry.position === position,
    );
    const own = entries.slice(from).filter(entry => 'step' in entry && entry.step === step);
    return {
      id: step,
      planned: begun.steps.find(({id}) => id === step) ?? null,
      position,
      begunAt: time,
      asked: own.filter(entry => entry.kind === 'asked'),
      ended: own.find(entry => entry.kind === 'step-ended') ?? null,
    };
  });
}

/** `failed: exit code 1, 4.2s`. */
export function outcomeOf({ended}: StepSummary): string {
  if (ended === null) return 'its end is not recorded';
  const {outcome, reason, durationMs} = ended;
  const why = reason === null || reason.startsWith(outcome) ? '' : `: ${reason}`;
  const skipped = reason?.startsWith(outcome) === true ? reason : outcome;
  return `${skipped}${why}${durationMs === 0 ? '' : `, ${formatDuration(durationMs)}`}`;
}

/** What a person was asked, and said. */
export function askedWords({question, answer, note}: EntryOf<'asked'>): string {
  const about = question.name === undefined ? question.kind : `${question.kind} ${question.name}`;
  return `${about}: ${answer}${note === null ? '' : ` (${note})`}`;
}

/** What is of note about the run as a whole, as names with values. */
export function factsOf({begun, id}: RunRecord): readonly (readonly [string, string])[] {
  const {runbook, who, where, commit, target, continues, options} = begun;
  return [
    ['Record', id],
    ['Runbook', `${runbook.path} (SHA-256 ${runbook.hash.slice(0, 12)})`],
    ['Who', `${who}@${where.host}`],
    ['Where', where.cwd],
    ...(commit === null ? [] : [['Commit', commit] as const]),
    ...(target === null
      ? []
      : [['Context', [target.context, target.namespace].filter(Boolean).join(' / ')] as const]),
    ...(continues === null ? [] : [['Continues', continues] as const]),
    ...(options.length === 0 ? [] : [['Options', options.join(' ')] as const]),
  ];
}

/** The inputs with their values, those that were asked for included. */
export function inputsOf({begun, entries}: RunRecord): readonly (readonly [string, string])[] {
  const answers = new Map(
    entries.flatMap(entry =>
      entry.kind === 'asked' && entry.question.kind === 'input' && entry.question.name !== undefined
        ? [[entry.question.name, entry.answer] as const]
        : [],
    ),
  );
  return begun.inputs.flatMap(({name, value, origin}) => {
    const shown = value ?? answers.get(name);
    return shown === undefined ? [] : [[name, `${shown} (${origin ?? 'asked'})`] as const];
  });
}

/** A step with what can be shown of its output. */
export type ReportedStep = StepSummary & {readonly excerpt: OutputExcerpt | null};

/** The lines of the output, with one that says what is left out; none where there is no output. */
export function excerptLines({excerpt, ended}: ReportedStep): readonly string[] {
  if (excerpt === null) return ended?.output == null ? [] : ['(the output cannot be read)'];
  const {head, omittedBytes, tail} = excerpt;
  const gap = omittedBytes === 0 ? [] : [`… ${omittedBytes} bytes left out …`];
  return [...head, ...gap, ...tail];
}
