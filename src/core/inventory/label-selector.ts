import type {Labels} from './types';

export type LabelRequirement =
  | {readonly kind: 'in'; readonly label: string; readonly values: readonly string[]}
  | {readonly kind: 'not-in'; readonly label: string; readonly values: readonly string[]}
  | {readonly kind: 'exists'; readonly label: string}
  | {readonly kind: 'absent'; readonly label: string};

/** All requirements have to hold; none at all selects everything. */
export type LabelSelector = readonly LabelRequirement[];

const label = String.raw`[\w./-]+`;
const inSet = new RegExp(String.raw`^(${label})\s+(not)?in\s*\(([^()]*)\)$`);
const comparison = new RegExp(String.raw`^(${label})\s*(!=|==?)\s*([\w.-]*)$`);
const presence = new RegExp(`^(!?)\\s*(${label})$`);

/**
 * A selector as `kubectl -l` takes it: `app=web,tier!=db`, `env in (a, b)`, `!legacy`. Undefined when
 * it is none, such as one with a shell variable in it.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  if (text.trim() === '') return [];
  const requirements = text.split(/,(?![^()]*\))/).map(part => parseRequirement(part.trim()));
  const known = requirements.filter(requirement => requirement !== undefined);
  return known.length === requirements.length ? known : undefined;
}

function parseRequirement(text: string): LabelRequirement | undefined {
  const [, setLabel, not, values] = inSet.exec(text) ?? [];
  if (setLabel !== undefined && values !== undefined) {
    const list = values.split(',').map(value => value.trim());
    return {kind: not ? 'not-in' : 'in', label: setLabel, values: list};
  }
  const [, name, operator, value] = comparison.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    return {kind: operator === '!=' ? 'not-in' : 'in', label: name, values: [value]};
  }
  const [, bang, present] = presence.exec(text) ?? [];
  if (present === undefined) return undefined;
  return {kind: bang === '!' ? 'absent' : 'exists', label: present};
}

export function matchesLabels(selector: LabelSelector, labels: Labels): boolean {
  return selector.every(requirement => holds(requirement, labels));
}

function holds(requirement: LabelRequirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, requirement.label) ? labels[requirement.label] : undefined;
  if (requirement.kind === 'exists') return value !== undefined;
  if (requirement.kind === 'absent') return value === undefined;
  const isIn = value !== undefined && requirement.values.includes(value);
  // An object without the label satisfies `!=` and `notin`.
  return requirement.kind === 'in' ? isIn : !isIn;
}
