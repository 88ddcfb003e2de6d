import type {Plan} from '../../runner';
import {findRunbook} from '../find-runbook';
import type {FoundRunbook} from '../find-runbook';
import type {Io} from '../io';
import {UserError} from '../user-error';
import type {PinnedKube} from './kube';
import {pinPlan} from './pinned-plan';
import {preparePlan} from './prepare';
import {readOnlyPlan} from './read-only-plan';
import {checkNames, readSettings} from './settings';
import type {RunSettings, RunValues} from './settings';

export type SideValues = RunValues & {readonly parallel?: string; readonly 'dry-run'?: boolean};

/** One of several runbooks: its plan, and how it was asked for. */
export type Side = {
  readonly name: string;
  readonly found: FoundRunbook;
  readonly plan: Plan;
  readonly kube: PinnedKube | null;
  readonly settings: RunSettings;
};

/** Settles what each of several runbooks will do. Throws UserError where one cannot be run as it is. */
export async function prepareSides(
  names: readonly string[],
  values: SideValues,
  io: Io,
): Promise<readonly Side[]> {
  const found = await Promise.all(
    names.map(async name => ({
      name,
      found: await findRunbook(name, {cwd: io.cwd, config: values.config}),
    })),
  );
  const declared = found.flatMap(({found: {document}}) => document.runbook.inputs);
  checkNames(
    readSettings(values, {env: io.env, step: undefined}).set,
    declared.map(({name}) => name),
  );
  const sides = found.map(({name, found: one}) => {
    const settings = readSettings(values, {env: io.env, step: one.step?.name});
    const own = new Set(one.document.runbook.inputs.map(input => input.name));
    const set = new Map([...settings.set].filter(([input]) => own.has(input)));
    const {plan: prepared, leftOut} = readOnlyPlan(preparePlan(one, {...settings, set}, io));
    if (leftOut.length > 0) {
      const steps = leftOut.map(step => step.name).join(', ');
      io.stderr.write(
        `${one.document.runbook.slug}: left out, because they do not only read: ${steps}\n`,
      );
    }
    const {plan, kube, refused} = pinPlan(
      prepared,
      {
        found: one,
        settings,
        surroundings: {
          person: 'absent',
          terminal: 'missing',
          prometheus: settings.prometheus === undefined ? 'missing' : 'configured',
        },
      },
      io,
    );
    return {side: {name, found: one, plan, kube, settings}, refused};
  });
  const refused = sides.flatMap(({side, refused: lines}) =>
    lines.map(line => `- ${side.plan.runbook.slug}: ${line}`),
  );
  if (refused.length > 0) {
    throw new UserError(`Nothing was run.\n${[...new Set(refused)].join('\n')}`);
  }
  return sides.map(({side}) => side);
}
