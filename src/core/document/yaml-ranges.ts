import {isMap, isNode, isScalar} from 'yaml';
import type {Document} from 'yaml';

/** Half-open offsets in the YAML text. */
export type Range = readonly [start: number, end: number];

/** The range of the value at a path; of the nearest value above it that exists. */
export function rangeOf(yaml: Document, path: readonly PropertyKey[]): Range {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  return [0, yaml.contents?.range?.[1] ?? 0];
}

/** The range of the last key of a path, without its value. */
export function rangeOfKey(yaml: Document, path: readonly string[]): Range {
  const map = yaml.getIn(path.slice(0, -1), true);
  const items = isMap(map) ? map.items : [];
  const keys = items.map(item => item.key).filter(isScalar);
  const range = keys.find(key => String(key.value) === path.at(-1))?.range;
  return range ? [range[0], range[1]] : rangeOf(yaml, path);
}
