import type {JsonObject, JsonValue, Labels, Span} from './types';

/**
 * A YAML document as plain data with places: aliases and merge keys resolved, keys are text. What
 * an alias stands for has the place of its anchor.
 */
export type YamlTree = YamlMap | YamlList | YamlScalar;

export type YamlMap = Span & {readonly kind: 'map'; readonly entries: readonly YamlEntry[]};
export type YamlEntry = {readonly key: string; readonly keyAt: Span; readonly value: YamlTree};
export type YamlList = Span & {readonly kind: 'list'; readonly items: readonly YamlTree[]};
export type YamlScalar = Span & {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
  /** The value as text: numbers and booleans as they were written. */
  readonly text: string;
  readonly style: YamlStyle;
  /** The file's own characters from `start` to `end`, quotes or block header included. */
  readonly raw: string;
};
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export function childOf(tree: YamlTree | undefined, ...keys: readonly string[]) {
  return keys.reduce<YamlTree | undefined>(valueOf, tree);
}

function valueOf(tree: YamlTree | undefined, key: string): YamlTree | undefined {
  if (tree?.kind !== 'map') return undefined;
  return tree.entries.find(entry => entry.key === key)?.value;
}

/** The scalar at `keys`, unless it is absent or null. */
export function scalarOf(tree: YamlTree | undefined, ...keys: readonly string[]) {
  const child = childOf(tree, ...keys);
  return child?.kind === 'scalar' && child.value !== null ? child : undefined;
}

export function itemsOf(tree: YamlTree | undefined): readonly YamlTree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** A map of texts; what is no scalar is left out. */
export function labelsOf(tree: YamlTree | undefined): Labels {
  if (tree?.kind !== 'map') return {};
  return Object.fromEntries(
    tree.entries.flatMap(({key, value}) => (value.kind === 'scalar' ? [[key, value.text]] : [])),
  );
}

export function isNull(tree: YamlTree | undefined): boolean {
  return tree === undefined || (tree.kind === 'scalar' && tree.value === null);
}

/** A noun for a message: `map`, `list`, `text`, `number`, `boolean` or `nothing`. */
export function shapeOf(tree: YamlTree | undefined): string {
  if (tree === undefined || isNull(tree)) return 'nothing';
  if (tree.kind !== 'scalar') return tree.kind;
  return typeof tree.value === 'string' ? 'text' : typeof tree.value;
}

export function toJson(tree: YamlTree): JsonValue {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toJson);
  return toJsonObject(tree);
}

export function toJsonObject(tree: YamlMap): JsonObject {
  // fromEntries defines own properties, so a key `__proto__` stays data.
  return Object.fromEntries(tree.entries.map(({key, value}) => [key, toJson(value)]));
}
