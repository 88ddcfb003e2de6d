import {promqlInputs} from '../promql';
import {allVariables, analyzeEffect, maxEffect} from '../shell';
import type {Shell} from '../shell';
import type {ReadBlock} from './block';
import {hashOf} from './hash';
import {titleOf} from './info-string';
import type {Tag} from './info-string';
import type {PlaceIndex, Span} from './place';
import type {Problem} from './problem';
import type {CommandStep, QueryStep, Step} from './runbook';
import {problemsOf} from './schema-problems';
import {commandTag, queryTag} from './tag';
import type {CommandTag, QueryTag} from './tag';
import type * as z from 'zod';

export type StepContext = {
  readonly slug: string;
  readonly inputs: ReadonlySet<string>;
  readonly places: PlaceIndex;
};

export type ReadStep = {
  readonly step: Step | undefined;
  readonly nameSpan: Span | undefined;
  readonly problems: readonly Problem[];
};

const RUNNABLE = new Set(['bash', 'sh', 'shell']);
const NO_STEP: ReadStep = {step: undefined, nameSpan: undefined, problems: []};

/** The step that a tagged block is; a block without a `name` is documentation. */
export function readStep(read: ReadBlock, context: StepContext): ReadStep {
  const {block, tag} = read;
  if (tag === undefined) return NO_STEP;
  const runnable = RUNNABLE.has(block.language) && block.shell !== undefined;
  if (!runnable && block.family !== 'promql') return NO_STEP;
  const flaw = tag.flaw === undefined ? [] : [flawOf(tag, tag.flaw, read)];
  const nameEntry = tag.entries.findLast(entry => entry.key === 'name');
  if (nameEntry === undefined) return {...NO_STEP, problems: flaw};
  const nameSpan = read.infoPlace(nameEntry.start, nameEntry.end);
  if (block.shell !== undefined) {
    const {value, problems} = validate(commandTag, tag, read);
    const step = value && toCommand(value, block.shell, read, context);
    return {step, nameSpan, problems: [...flaw, ...problems]};
  }
  const {value, problems} = validate(queryTag, tag, read);
  return {step: value && toQuery(value, read, context), nameSpan, problems: [...flaw, ...problems]};
}

function flawOf(tag: Tag, flaw: string, read: ReadBlock): Problem {
  return {
    kind: 'problem',
    code: 'tag-syntax',
    span: read.infoPlace(tag.start, tag.end),
    found: flaw,
    expected: 'one flat JSON object such as `{"name":"check-pods"}`',
  };
}

/** Keys that do not fit are left out and reported; without a fitting name there is no step. */
function validate<Schema extends z.ZodObject>(
  schema: Schema,
  tag: Tag,
  read: ReadBlock,
): {value: z.infer<Schema> | undefined; problems: readonly Problem[]} {
  const data = Object.fromEntries(tag.entries.map(({key, value}) => [key, value]));
  const whole = schema.safeParse(data);
  if (whole.success) return {value: whole.data, problems: []};
  const {issues} = whole.error;
  const bad = new Set(
    issues.flatMap(issue =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1),
    ),
  );
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !bad.has(key)));
  const placeOf = ([key]: readonly PropertyKey[]) => {
    const entry = tag.entries.find(candidate => candidate.key === key);
    return read.infoPlace(entry?.start ?? tag.start, entry?.end ?? tag.end);
  };
  return {
    value: schema.safeParse(kept).data,
    problems: problemsOf(issues, 'tag-value', placeOf),
  };
}

function toCommand(
  tag: CommandTag,
  shell: Shell,
  {block}: ReadBlock,
  {slug, inputs}: StepContext,
): CommandStep {
  const analysis = analyzeEffect(shell);
  const traits = new Set(analysis.traits);
  if (tag.interactive === true) traits.add('interactive');
  const behaviour = {
    language: block.language === 'sh' ? ('sh' as const) : ('bash' as const),
    script: block.text,
    cwd: tag.cwd ?? null,
    interactive: tag.interactive ?? traits.has('interactive'),
    background: tag.background ?? false,
    excludeFromRunAll: tag.excludeFromRunAll ?? false,
    timeout: tag.timeout ?? null,
    exit: tag.exit ?? [0],
    needs: tag.needs ?? [],
    ready: tag.ready ?? null,
    undo: tag.undo ?? null,
  };
  const effect = maxEffect(analysis.effect, tag.effect ?? 'read');
  return {
    kind: 'command',
    ...identity(tag.name, slug),
    phase: block.phase,
    effect,
    traits: [...traits].sort(),
    line: block.span.start.line,
    hash: hashOf(['command', effect, behaviour]),
    title: titleOf(block.meta),
    inputs: usedInputs(shell, inputs),
    ...behaviour,
  };
}

function toQuery(tag: QueryTag, {block}: ReadBlock, {slug, inputs}: StepContext): QueryStep {
  const behaviour = {
    expr: block.text.trim(),
    expect: tag.expect ?? null,
    within: tag.within ?? null,
    every: tag.every ?? null,
    excludeFromRunAll: tag.excludeFromRunAll ?? false,
  };
  const used = new Set(promqlInputs(behaviour.expr).map(input => input.name));
  return {
    kind: 'query',
    ...identity(tag.name, slug),
    phase: block.phase,
    effect: 'read',
    traits: [],
    line: block.span.start.line,
    hash: hashOf(['query', behaviour]),
    title: titleOf(block.meta),
    inputs: [...inputs].filter(name => used.has(name)),
    ...behaviour,
  };
}

function identity(name: string, slug: string): {readonly id: string; readonly name: string} {
  return {id: `${slug}#${name}`, name};
}

function usedInputs(shell: Shell, inputs: ReadonlySet<string>): readonly string[] {
  const used = new Set(
    allVariables(shell)
      .filter(variable => variable.kind === 'use')
      .map(variable => variable.name),
  );
  return [...inputs].filter(name => used.has(name));
}
