import {dirname, resolve} from 'node:path';
import {closest} from '../../core/closest';
import type {FoundRunbook} from '../find-runbook';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {PHASES} from '../../core';
import type {MarkdownDocument, Runbook} from '../../core';
import {
  choiceCycle,
  inputProblemWords,
  makePlan,
  obstacleWords,
  obstaclesOf,
  resolveInputs,
  selectionWords,
  selectSteps,
} from '../../runner';
import type {Plan, SelectionProblem, Surroundings} from '../../runner';
import {readEnvFile} from './env-file';
import {checkNames} from './settings';
import type {RunSettings} from './settings';

/** Settles what a run will do. Throws UserError for all that can be known to be wrong beforehand. */
export function preparePlan(
  {document, root}: FoundRunbook,
  settings: RunSettings,
  {cwd, env}: Pick<Io, 'cwd' | 'env'>,
): Plan {
  const {runbook} = document;
  checkDocument(document);
  checkNames(
    settings.set,
    runbook.inputs.map(({name}) => name),
  );
  const {steps, leftOut, problems} = selectSteps(runbook, settings.selection);
  if (problems.length > 0) throw selectionError(problems, runbook);
  const cycle = choiceCycle(runbook.inputs);
  if (cycle !== undefined) {
    throw new UserError(`The choices of these inputs need each other: ${cycle.join(' → ')}.`);
  }
  const resolved = resolveInputs(runbook.inputs, {
    steps: steps.map(({step}) => step),
    set: settings.set,
    envFile: readEnvFile(settings.envFile, cwd),
    env,
  });
  if (resolved.problems.length > 0) {
    throw new UserError(resolved.problems.map(inputProblemWords).join('\n'), {
      hint: 'Nothing was run. Give a value that fits with `--set NAME=VALUE`.',
    });
  }
  return makePlan(
    runbook,
    {steps, leftOut, inputs: resolved.inputs},
    {
      agreed: settings.agreed,
      unattended: settings.unattended,
      timeoutMs: settings.timeoutMs,
      cwd,
      resolveCwd: path => resolve(root, dirname(runbook.path), path),
    },
  );
}

/** What stands in the way of a plan, a line each; empty where it can be carried out. */
export function refusals(plan: Plan, surroundings: Surroundings): readonly string[] {
  return obstaclesOf(plan, surroundings).map(obstacle => obstacleWords(obstacle, plan.runbook));
}

/** A page that says something other than its author meant is not run. */
export function checkDocument({problems, steps, path}: MarkdownDocument): void {
  const unclosed = new Set(
    steps.flatMap(({block}) => (block?.closed === false ? [block.span.start.line] : [])),
  );
  const serious = problems.filter(
    ({code, span}) => code !== 'unclosed-fence' || unclosed.has(span.start.line),
  );
  if (serious.length === 0) return;
  const lines = serious.map(
    ({span: {start}, found, expected}) =>
      `${path}:${start.line}:${start.column} found ${found}, expected ${expected}`,
  );
  throw new UserError(
    `The runbook is not run, because its page has mistakes.\n${lines.join('\n')}`,
    {
      hint: `Type \`runbook lint ${path}\` for all of them.`,
    },
  );
}

export function selectionError(problems: readonly SelectionProblem[], runbook: Runbook): UserError {
  const message = problems.map(problem => selectionWords(problem, runbook)).join('\n');
  const unknown = problems.find(problem => problem.kind === 'unknown-step');
  if (unknown === undefined) return new UserError(message);
  const names = runbook.steps.map(({name}) => name);
  const near = closest(unknown.name, unknown.option === '--only' ? [...names, ...PHASES] : names);
  return new UserError(message, {
    hint: near
      ? `Did you mean \`${near}\`?`
      : `Type \`runbook show ${runbook.slug}\` to see its steps.`,
  });
}
