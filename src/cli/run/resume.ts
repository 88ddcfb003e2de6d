import type {FoundRunbook} from '../find-runbook';
import {unifiedDiff} from '../line-diff';
import {findRecord} from '../runs/find-record';
import {stateOf} from '../runs/run-state';
import {UserError} from '../user-error';
import {selectSteps, stepText} from '../../runner';
import type {RunRecord, Selection} from '../../runner';
import {readPriorInputs} from './prior-inputs';
import type {RunSettings, RunValues} from './settings';

/** The run that `--resume` names. Throws UserError where it cannot go on. */
export async function priorRun(
  project: string,
  {
    values,
    positionals,
  }: {
    readonly values: RunValues & {readonly resume?: string; readonly 'accept-changes'?: boolean};
    readonly positionals: readonly string[];
  },
): Promise<RunRecord | undefined> {
  if (values.resume === undefined) {
    if (values['accept-changes'] !== true) return undefined;
    throw new UserError('`--accept-changes` is for `--resume`.');
  }
  const [extra] = [
    ...positionals.map(name => `\`${name}\``),
    ...(values.from === undefined ? [] : ['`--from`']),
    ...(values.only === undefined ? [] : ['`--only`']),
  ];
  if (extra !== undefined) {
    throw new UserError(
      `\`--resume\` goes on with the steps of the earlier run, so ${extra} is too much.`,
    );
  }
  return recordToResume(project, values.resume);
}

async function recordToResume(project: string, wanted: string): Promise<RunRecord> {
  const record = await findRecord(project, wanted);
  const flaw = record.flaws.find(({kind}) => kind !== 'torn');
  if (flaw !== undefined) {
    throw new UserError(`The record ${record.id} was changed, so its run does not go on.`, {
      hint: `Type \`runbook runs verify ${record.id}\`.`,
    });
  }
  if (stateOf(record) === 'running') {
    throw new UserError(
      `The run ${record.id} has not ended: process ${record.begun.where.pid} still carries it out.`,
    );
  }
  return record;
}

/**
 * Chooses what the earlier run would have done and has not finished, with the values that it had.
 * Throws UserError where the page says something else now, unless that was agreed to.
 */
export function resume(
  {document: {runbook}}: FoundRunbook,
  {
    record,
    settings,
    changes,
  }: {
    readonly record: RunRecord;
    readonly settings: RunSettings;
    readonly changes: 'refused' | 'accepted';
  },
): RunSettings {
  const {steps, problems} = selectSteps(runbook, record.begun.selection);
  const finished = finishedSteps(record);
  const left = steps.filter(({step}) => !finished.has(step.id));
  const chosen = left.filter(({reason}) => reason.kind === 'chosen').map(({step}) => step.name);
  // What a step needs is carried out again with it, so it counts as well.
  const selection: Selection = {step: null, from: null, only: chosen};
  const ahead =
    problems.length > 0 || chosen.length === 0 ? [] : selectSteps(runbook, selection).steps;
  const diff = changeOf(record, {
    path: runbook.path,
    now: steps.map(({step}) => step),
    ahead: ahead.map(({step}) => step),
  });
  if (diff !== '' && changes === 'refused') {
    throw new UserError(`The page is not what it was when ${record.id} ran.\n${diff}`.trimEnd(), {
      hint: 'Nothing was run. Add `--accept-changes` to go on with the page as it is now.',
    });
  }
  if (chosen.length === 0) {
    throw new UserError(
      `The run ${record.id} has finished all its steps, so nothing is left to do.`,
      {
        hint: `Type \`runbook runs show ${record.id}\` to see them.`,
      },
    );
  }
  const set = new Map([...readPriorInputs(record, runbook.inputs), ...settings.set]);
  return {...settings, set, selection};
}

/** Ids of the steps that need not be carried out again: what was undone is not done. */
function finishedSteps({entries}: RunRecord): ReadonlySet<string> {
  const finished = new Set<string>();
  const reverts = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'undo-offered') reverts.set(entry.undo, entry.step);
    if (entry.kind !== 'step-ended') continue;
    const isDone = entry.outcome === 'succeeded' || entry.outcome === 'skipped';
    if (isDone) finished.add(entry.step);
    else finished.delete(entry.step);
    const reverted = reverts.get(entry.step);
    const wasBegun = entry.outcome !== 'skipped' && entry.outcome !== 'stopped';
    if (reverted !== undefined && wasBegun) finished.delete(reverted);
  }
  return finished;
}

type Steps = FoundRunbook['document']['runbook']['steps'];

/** What changed in the choice of steps, and in those that are still to be carried out. */
function changeOf(
  {begun}: RunRecord,
  {path, now, ahead}: {readonly path: string; readonly now: Steps; readonly ahead: Steps},
): string {
  const namesOf = (steps: readonly {readonly name: string}[]) =>
    steps.map(({name}) => `${name}\n`).join('');
  const order = unifiedDiff(`${path} (steps)`, namesOf(begun.steps), namesOf(now));
  const texts = ahead.flatMap(step => {
    const before = begun.steps.find(({id}) => id === step.id);
    if (before === undefined || before.hash === step.hash) return [];
    const name = `${path}#${step.name}`;
    const diff = unifiedDiff(name, `${before.text}\n`, `${stepText(step)}\n`);
    return [diff === '' ? `${name}: its tag was changed\n` : diff];
  });
  return [order, ...texts].join('');
}
