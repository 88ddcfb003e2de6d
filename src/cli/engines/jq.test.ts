import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as fc from 'fast-check';
import {loadJq} from 'jq-wasm';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {loadJqCompiler} from './jq';
import {isPlainJq} from './plain-jq';

const RUNBOOKS = join(__dirname, '../../../docs/runbooks');

describe('loadJqCompiler', () => {
  it('has no problem with programs that jq compiles, whatever they would do', async () => {
    const compile = await loadJqCompiler();
    const programs = ['.', '-1', 'repeat(.)', 'def f: f; f', 'error', 'halt', 'input', '$a'];
    expect(programs.map(program => compile(program, ['a']))).toEqual(programs.map(() => undefined));
  });

  it.each([
    ['.items[', {kind: 'end', expected: [], start: 6, end: 7}],
    ['.a as $x | $y', {kind: 'variable', name: 'y', start: 11, end: 13}],
    ['.a | mapp(.b)', {kind: 'function', name: 'mapp/1', similar: 'map', start: 5, end: 9}],
    ['"é😀" | fo(', {kind: 'end', expected: [], start: 10, end: 11}],
    ['.a\n| .é', {kind: 'unexpected', expected: [], start: 6, end: 7}],
    ['.é | .b', {kind: 'unexpected', expected: [], start: 1, end: 2}],
    ['.[0}', {kind: 'unexpected', expected: ['|', ',', ':', ']'], start: 3, end: 4}],
    ['"\\x"', {kind: 'escape', start: 1, end: 3}],
  ])('says what is wrong, and where: %s', async (program, problem) => {
    const compile = await loadJqCompiler();
    expect(compile(program, [])).toEqual(problem);
  });

  it('leaves alone what another version of jq takes, and what is too much for this one', async () => {
    const compile = await loadJqCompiler();
    const programs = ['leaf_paths', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`, '[leaf_paths'];
    expect(programs.map(program => compile(program, [])?.kind)).toEqual([
      undefined,
      undefined,
      'end',
    ]);
  });
});

describe('isPlainJq', () => {
  it('takes every program of our own runbooks', () => {
    const programs = ownPrograms();
    expect(programs.length).toBeGreaterThan(30);
    expect(
      programs.filter(({text, variables}) => !isPlainJq(text, variables)).map(({text}) => text),
    ).toEqual([]);
  });

  it('takes only what jq compiles', async () => {
    const jq = await loadJq();
    const isWrong = (program: string) =>
      isPlainJq(program, ['a']) && jq.raw('', program, ['--arg', 'a', '', '--']).exitCode !== 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), {minLength: 1, maxLength: 9}),
        fc.constantFrom('', ' '),
        (pieces, joint) => !isWrong(pieces.join(joint)),
      ),
      {numRuns: Number(process.env['JQ_COUNT'] ?? 400), seed: 7},
    );
    const mutated = fc
      .tuple(fc.constantFrom(...SEEDS), fc.nat(), fc.constantFrom(...PIECES), fc.nat({max: 3}))
      .map(([seed, at, piece, cut]) => {
        const place = at % (seed.length + 1);
        return seed.slice(0, place) + piece + seed.slice(place + cut);
      });
    fc.assert(
      fc.property(mutated, program => !isWrong(program)),
      {numRuns: Number(process.env['JQ_COUNT'] ?? 400), seed: 7},
    );
  });
});

const SEEDS = [
  '.items[] | select(.a == "x" and .b != 1) | "\\(.c) \\(.d // "-")"',
  '{data: {($a): .b[0], "c": $a, d}} | .e |= .f + 1',
  '.a.b?[1:]["c"] as $x | if $x then [.[] | map(.a; .b)] else -1 end',
  '[.[] | {name, at: (.a | tostring)}] | sort_by(.at) | .[-1:] | @tsv "\\(.[0])"',
];

const PIECES = [
  ...'. .. .a .b [] [ ] [0] [1:] [:2] ( ) { } {a} {a:1} : ; , | = == != < <= |= += // //= + - * / % ? " ["a"] ."a"'.split(
    ' ',
  ),
  ...'1 -1 2.5 "x" "\\(" a b not length map( select( test( and or as $a $b $x if then else elif end null @csv @base64'.split(
    ' ',
  ),
  '',
  ' ',
  '\n',
];

/** Programs in single quotes, as our pages write them. */
function ownPrograms() {
  const pages = globSync('*.md', {cwd: RUNBOOKS, absolute: true});
  return pages.flatMap(page =>
    Array.from(
      readFileSync(page, 'utf8').matchAll(/\bjq((?: --arg \w+ "[^"]*"| -\w+)*) '([^']+)'/g),
      ([, options = '', text = '']) => ({
        text,
        variables: Array.from(options.matchAll(/--arg (\w+)/g), ([, name = '']) => name),
      }),
    ),
  );
}
