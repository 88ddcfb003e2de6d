import {keysAt, labelsAt, listAt, textAt} from './json-at';
import type {LabelRequirement, LabelSelector} from './label-selector';
import type {JsonValue} from './types';

/** The selector of a manifest: `matchLabels` with `matchExpressions`, or a Service's plain map. */
export function selectorAt(value: JsonValue | undefined): LabelSelector {
  const keys = keysAt(value);
  const isPlain = !keys.includes('matchLabels') && !keys.includes('matchExpressions');
  const labels = isPlain ? labelsAt(value) : labelsAt(value, 'matchLabels');
  const equal = Object.entries(labels).map(
    ([name, wanted]): LabelRequirement => ({kind: 'in', label: name, values: [wanted]}),
  );
  return [...equal, ...listAt(value, 'matchExpressions').flatMap(expressionOf)];
}

function expressionOf(value: JsonValue): readonly LabelRequirement[] {
  const label = textAt(value, 'key') ?? '';
  const values = listAt(value, 'values').map(String);
  switch (textAt(value, 'operator')) {
    case 'In':
      return [{kind: 'in', label, values}];
    case 'NotIn':
      return [{kind: 'not-in', label, values}];
    case 'Exists':
      return [{kind: 'exists', label}];
    case 'DoesNotExist':
      return [{kind: 'absent', label}];
    default:
      return [];
  }
}
