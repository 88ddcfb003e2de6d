import {CST, Lexer, Parser} from 'yaml';
import type {InventoryFile, InventoryProblem} from './types';

/** Lexemes that take no room in the file. */
const controls: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

const maximumDepth = 200;
const maximumColumn = 400;
/** Some seconds of work; the largest bundles of real manifests have half of it. */
const maximumLength = 8_000_000;

type Tokens = {readonly tokens: readonly CST.Token[]; readonly problem: InventoryProblem | undefined};

/**
 * The tokens of a YAML text, unless it is too complex to go on with: the parser recurses by
 * nesting, and a stack that overflows inside it can end the whole process rather than throw.
 */
export function tokenizeYaml({path, source}: InventoryFile): Tokens {
  if (source.length > maximumLength) {
    const data = {found: 'text', limit: `${maximumLength} characters`};
    return {tokens: [], problem: {code: 'too-complex', data, path, start: 0, end: 0}};
  }
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const place: Place = {offset: 0, lineStart: 0, depth: 0, atLineHead: true};
  for (const lexeme of new Lexer().lex(source)) {
    const problem = tooComplex(place, lexeme);
    if (problem) return {tokens: [], problem: {...problem, path}};
    advance(place, lexeme);
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return {tokens, problem: undefined};
}

type Problem = Omit<InventoryProblem & {readonly code: 'too-complex'}, 'path'>;

type Place = {
  offset: number;
  lineStart: number;
  /** Of `[` and `{`. */
  depth: number;
  /** Only indentation and the indicators `-` and `?` stand before this lexeme on its line. */
  atLineHead: boolean;
};

function tooComplex({offset, lineStart, depth, atLineHead}: Place, lexeme: string) {
  const problem = (found: string, limit: string): Problem => ({
    code: 'too-complex',
    data: {found, limit},
    start: offset,
    end: offset + lexeme.length,
  });
  if (depth > maximumDepth) return problem('nested brackets', `${maximumDepth} levels`);
  if (atLineHead && offset - lineStart > maximumColumn && isNesting(lexeme)) {
    return problem('indentation', `${maximumColumn} columns`);
  }
  return undefined;
}

function isNesting(lexeme: string): boolean {
  return lexeme.trim() !== '' && !lexeme.startsWith('#');
}

function advance(place: Place, lexeme: string) {
  if (controls.has(lexeme)) return;
  if (lexeme === '[' || lexeme === '{') place.depth += 1;
  if (lexeme === ']' || lexeme === '}') place.depth = Math.max(0, place.depth - 1);
  const newline = lexeme.lastIndexOf('\n');
  if (newline >= 0) place.lineStart = place.offset + newline + 1;
  place.atLineHead = newline >= 0 || (place.atLineHead && /^(?:[ \t]+|[-?])$/.test(lexeme));
  place.offset += lexeme.length;
}
