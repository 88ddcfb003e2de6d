import {isAlias, isMap, isPair, isScalar, isSeq} from 'yaml';
import type {Alias, Document, Scalar, YAMLMap, YAMLSeq} from 'yaml';
import type {InventoryFile, InventoryProblem, ProblemDetail, Span} from './types';
import type {YamlEntry, YamlMap, YamlScalar, YamlStyle, YamlTree} from './yaml-tree';

/** How many nodes the aliases of one document may stand for, all together. */
const maximumAliased = 20_000;

type Conversion = {
  readonly file: InventoryFile;
  readonly problems: InventoryProblem[];
  readonly anchors: Map<string, {readonly tree: YamlTree; readonly size: number} | 'open'>;
  size: number;
  aliased: number;
};

/** Turns the library's nodes into a tree without aliases, merge keys and surprises. */
export function convertDocument(
  {contents}: Document.Parsed,
  file: InventoryFile,
): {readonly tree: YamlTree | undefined; readonly problems: readonly InventoryProblem[]} {
  const conversion: Conversion = {
    file,
    problems: [],
    anchors: new Map(),
    size: 0,
    aliased: 0,
  };
  const tree = contents ? convert(contents, conversion) : undefined;
  return {tree, problems: conversion.problems};
}

function convert(node: unknown, conversion: Conversion): YamlTree {
  if (isAlias(node)) return convertAlias(node, conversion);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor === undefined) return convertPlain(node, conversion);

  const before = conversion.size;
  conversion.anchors.set(anchor, 'open');
  const tree = convertPlain(node, conversion);
  conversion.anchors.set(anchor, {tree, size: conversion.size - before});
  return tree;
}

function convertPlain(node: unknown, conversion: Conversion): YamlTree {
  conversion.size += 1;
  if (isMap(node)) return convertMap(node, conversion);
  if (isSeq(node)) return convertList(node, conversion);
  return convertScalar(isScalar(node) ? node : undefined, conversion);
}

function convertAlias(node: Alias, conversion: Conversion): YamlTree {
  const at = spanOf(node);
  const anchor = node.source;
  const target = conversion.anchors.get(anchor);
  if (target === undefined) return failed({code: 'alias-unknown', data: {anchor}});
  if (target === 'open') return failed({code: 'alias-loop', data: {anchor}});

  const bombed = conversion.aliased > maximumAliased;
  conversion.size += target.size;
  conversion.aliased += target.size;
  if (conversion.aliased <= maximumAliased) return target.tree;
  return bombed ? emptyAt(at) : failed({code: 'alias-bomb', data: {anchor}});

  function failed(problem: ProblemDetail): YamlTree {
    conversion.problems.push({...problem, path: conversion.file.path, ...at});
    return emptyAt(at);
  }
}

function convertMap(node: YAMLMap, conversion: Conversion): YamlMap {
  const own = new Map<string, YamlEntry>();
  const merged: YamlTree[] = [];
  for (const item of node.items) {
    if (!isPair(item)) continue;
    const key = convert(item.key, conversion);
    const value = convert(item.value, conversion);
    const name = key.kind === 'scalar' ? key.text : conversion.file.source.slice(key.start, key.end);
    if (name === '<<' && key.kind === 'scalar' && key.style === 'plain') merged.push(value);
    else addEntry(own, {key: name, keyAt: {start: key.start, end: key.end}, value}, conversion);
  }
  const inherited = merged.flatMap(mergedEntries).filter(({key}) => !own.has(key));
  const first = new Map(inherited.toReversed().map(entry => [entry.key, entry]));
  return {kind: 'map', entries: [...own.values(), ...first.values()], ...spanOf(node)};
}

function addEntry(entries: Map<string, YamlEntry>, entry: YamlEntry, {file, problems}: Conversion) {
  if (entries.has(entry.key)) {
    const detail = `The key \`${entry.key}\` stands twice in one map`;
    problems.push({code: 'yaml-syntax', data: {detail}, path: file.path, ...entry.keyAt});
  }
  entries.set(entry.key, entry);
}

/** Of a list of merged maps the earlier one wins. */
function mergedEntries(tree: YamlTree): readonly YamlEntry[] {
  if (tree.kind === 'map') return tree.entries;
  return tree.kind === 'list' ? tree.items.flatMap(mergedEntries) : [];
}

function convertList(node: YAMLSeq, conversion: Conversion): YamlTree {
  return {
    kind: 'list',
    items: node.items.map(item => convert(item, conversion)),
    ...spanOf(node),
  };
}

const styles: {readonly [type: string]: YamlStyle} = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function convertScalar(node: Scalar | undefined, {file}: Conversion): YamlScalar {
  const at = spanOf(node);
  const written = node?.source ?? '';
  const value = node?.value ?? null;
  return {
    kind: 'scalar',
    // YAML 1.1 documents have dates and binaries, which are text to everything here.
    value: isPrimitive(value) ? value : written,
    text: typeof value === 'string' ? value : written,
    style: styles[node?.type ?? ''] ?? 'plain',
    raw: file.source.slice(at.start, at.end),
    ...at,
  };
}

function isPrimitive(value: unknown): value is YamlScalar['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function emptyAt(at: Span): YamlScalar {
  return {kind: 'scalar', value: null, text: '', style: 'plain', raw: '', ...at};
}

function spanOf(node: {readonly range?: readonly number[] | null | undefined} | undefined): Span {
  const [start = 0, end = start] = node?.range ?? [];
  return {start, end};
}
