import {Composer} from 'yaml';
import type {Document, YAMLError} from 'yaml';
import {convertDocument} from './convert-document';
import {findTemplate} from './find-template';
import {joinQuotedLines} from './quoted-lines';
import {tokenizeYaml} from './tokenize-yaml';
import type {InventoryFile, InventoryProblem} from './types';
import type {YamlTree} from './yaml-tree';

/**
 * Every document of a YAML or JSON text. A document that is a template is left out; one with a
 * syntax error is kept as far as it was understood. Never throws.
 */
export function readYaml(file: InventoryFile): Reading {
  const strict = readStrictly(file);
  if (strict.problems.every(({code}) => code !== 'yaml-syntax')) return strict;
  const joined = joinQuotedLines(file.source);
  if (joined === file.source) return strict;
  const lenient = readStrictly({...file, source: joined});
  return lenient.problems.length < strict.problems.length ? lenient : strict;
}

type Reading = {
  readonly documents: readonly YamlTree[];
  readonly problems: readonly InventoryProblem[];
};

function readStrictly(file: InventoryFile): Reading {
  const {tokens, problem} = tokenizeYaml(file);
  if (problem) return {documents: [], problems: [problem]};

  // The library's check for duplicate keys is quadratic; convertDocument has its own.
  const composer = new Composer({uniqueKeys: false});
  const composed = [...composer.compose(tokens)].map(document => readDocument(document, file));
  return {
    documents: composed.flatMap(({tree}) => tree ?? []),
    problems: composed.flatMap(({problems}) => problems),
  };
}

function readDocument(document: Document.Parsed, file: InventoryFile) {
  const errors = document.errors.map(error => syntaxProblem(error, file));
  const template = findTemplate(document, file);
  if (template) return {tree: undefined, problems: [template]};
  const {tree, problems} = convertDocument(document, file);
  return {tree, problems: [...errors, ...problems]};
}

function syntaxProblem({message, pos: [start, end]}: YAMLError, {path}: InventoryFile): InventoryProblem {
  return {code: 'yaml-syntax', data: {detail: message}, path, start, end};
}
