import type {InputUse, InputUses, Step} from '../../src/core';

/** What a page shows of a step besides its text. */
export type StepAttributes = InputUses & {
  readonly id: string;
  readonly name: string;
  readonly kind: Step['kind'];
  readonly effect: Step['effect'];
  readonly traits: readonly string[];
  readonly inputs: readonly string[];
  readonly needs: readonly string[];
  readonly title: string | undefined;
  readonly timeout: string | undefined;
  /** Exit codes that mean success, such as `0,1`; undefined where only 0 does. */
  readonly exit: string | undefined;
  readonly undo: string | undefined;
  readonly ready: string | undefined;
  readonly background: boolean;
  readonly expect: string | undefined;
  readonly within: string | undefined;
  readonly every: string | undefined;
};

/** The attributes of an annotated element; every one is a string, and absent where it says nothing. */
export const attributeNames = {
  name: 'data-step',
  id: 'data-step-id',
  kind: 'data-step-kind',
  effect: 'data-step-effect',
  traits: 'data-step-traits',
  inputs: 'data-step-inputs',
  needs: 'data-step-needs',
  title: 'data-step-title',
  timeout: 'data-step-timeout',
  exit: 'data-step-exit',
  undo: 'data-step-undo',
  ready: 'data-step-ready',
  background: 'data-step-background',
  expect: 'data-step-expect',
  within: 'data-step-within',
  every: 'data-step-every',
  uses: 'data-step-uses',
  goesOn: 'data-step-goes-on',
} as const satisfies Readonly<Record<keyof StepAttributes, string>>;

export function stepAttributes(
  step: Step,
  {uses, goesOn}: InputUses = {uses: [], goesOn: false},
): Readonly<Record<string, string>> {
  const {name, id, kind, effect, title} = step;
  const values: Readonly<Record<string, string | null>> = {
    [attributeNames.name]: name,
    [attributeNames.id]: id,
    [attributeNames.kind]: kind,
    [attributeNames.effect]: effect,
    [attributeNames.title]: title,
    [attributeNames.traits]: step.traits.join(' '),
    [attributeNames.inputs]: step.inputs.join(' '),
    [attributeNames.uses]: uses.map(writeUse).join(' '),
    [attributeNames.goesOn]: goesOn ? 'true' : null,
    ...behaviourOf(step),
  };
  const said = Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return Object.fromEntries(said);
}

function behaviourOf(step: Step): Readonly<Record<string, string | null>> {
  if (step.kind === 'manual') return {};
  if (step.kind === 'query') {
    return {
      [attributeNames.expect]: step.expect,
      [attributeNames.within]: step.within,
      [attributeNames.every]: step.every,
    };
  }
  return {
    [attributeNames.needs]: step.needs.join(' '),
    [attributeNames.timeout]: step.timeout,
    [attributeNames.exit]: step.exit.join() === '0' ? null : step.exit.join(),
    [attributeNames.undo]: step.undo,
    [attributeNames.ready]: step.ready,
    [attributeNames.background]: step.background ? 'true' : null,
  };
}

/** Reads the attributes back from the properties of a component; undefined if it is no step. */
export function readStepAttributes(
  properties: Readonly<Record<string, unknown>>,
): StepAttributes | undefined {
  const text = (key: keyof StepAttributes) => {
    const value = properties[attributeNames[key]];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const list = (key: keyof StepAttributes) => text(key)?.split(' ') ?? [];
  const [id, name, kind, effect] = [text('id'), text('name'), text('kind'), text('effect')];
  if (id === undefined || name === undefined || !isKind(kind) || !isEffect(effect))
    return undefined;
  return {
    id,
    name,
    kind,
    effect,
    traits: list('traits'),
    inputs: list('inputs'),
    needs: list('needs'),
    title: text('title'),
    timeout: text('timeout'),
    exit: text('exit'),
    undo: text('undo'),
    ready: text('ready'),
    background: text('background') === 'true',
    expect: text('expect'),
    within: text('within'),
    every: text('every'),
    uses: list('uses').flatMap(readUse),
    goesOn: text('goesOn') === 'true',
  };
}

function writeUse({name, start, end, as}: InputUse): string {
  return `${name}:${start}:${end}:${as}`;
}

const USE = /^(\w+):(\d+):(\d+):(word|quoted|variable|["'`])$/;

function readUse(text: string): readonly InputUse[] {
  const [, name, start, end, as] = USE.exec(text) ?? [];
  if (name === undefined || !isUseKind(as)) return [];
  return [{name, start: Number(start), end: Number(end), as}];
}

function isUseKind(text: string | undefined): text is InputUse['as'] {
  return text !== undefined;
}

function isKind(text: string | undefined): text is Step['kind'] {
  return text === 'command' || text === 'query' || text === 'manual';
}

function isEffect(text: string | undefined): text is Step['effect'] {
  return text === 'read' || text === 'change' || text === 'destroy';
}
