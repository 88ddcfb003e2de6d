import {describe, expect, it} from 'vitest';
import {DISAGREEMENTS, explain, mayBePlacedElsewhere, reword} from './__fixtures__/disagreements';
import {generate} from './__fixtures__/generate';
import {mutate} from './__fixtures__/mutate';
import {checkWithPromtool, promtoolVersion} from './__fixtures__/promtool';
import {seeded} from '../../../scripts/random';
import {REAL_EXPRESSIONS} from './__fixtures__/real-expressions';
import {parsePromql, printPromql} from './index';

/** For more, or for another draw: `PROMQL_ORACLE_COUNT=100000 PROMQL_ORACLE_SEED=1`. */
const COUNT = Number(process.env['PROMQL_ORACLE_COUNT'] ?? 10_000);
const SEED = Number(process.env['PROMQL_ORACLE_SEED'] ?? 20);

const version = promtoolVersion();
const usable = version === '2.42';
const skipped = !usable && process.env['CI'] !== 'true';
if (skipped) {
  const found = version === undefined ? 'no promtool, set PROMTOOL' : `promtool ${version}`;
  process.stdout.write(`PromQL is not compared with promtool 2.42: found ${found}\n`);
}

describe.skipIf(skipped)('promtool as an oracle', () => {
  const cases = usable ? judge(draw()) : [];
  const reasons = new Map(
    cases.filter(({ours, theirs}) => ours !== theirs).map(entry => [entry, explain(entry)]),
  );

  it('is promtool 2.42, which the table of disagreements is about', () => {
    expect(version).toBe('2.42');
  });

  it('takes and refuses the same, in the same words, but for what newer versions do', () => {
    const unexplained = [...reasons].flatMap(([entry, reason]) =>
      reason === undefined ? [entry] : [],
    );
    process.stdout.write(`${summary(cases, [...reasons.values()])}\n`);
    expect(unexplained.map(({text, ours, theirs}) => ({text, ours, theirs}))).toEqual([]);
  });

  it('takes and refuses the same without exception when told to target 2.42', () => {
    // The lexer of today takes the `e` of `0x1e` for an exponent; it is not worth two lexers.
    const judged = cases.filter(({text}) => !/0x[\da-f]e/i.test(text));
    const others = judged.flatMap(({text, theirs}) => {
      const [error] = parsePromql(text, {target: '2.42'}).errors;
      return (error === undefined) === (theirs === undefined) ? [] : [{text, theirs, ours: error}];
    });
    expect(others).toEqual([]);
  });

  it('puts the complaint where Prometheus does, or closer to the culprit', () => {
    const elsewhere = cases.filter(entry => {
      if (entry.ours === undefined || entry.ours !== entry.theirs) return false;
      return entry.ourPlace !== entry.theirPlace && !mayBePlacedElsewhere(entry);
    });
    expect(elsewhere).toEqual([]);
  });

  it('takes what we print', () => {
    const accepted = cases.filter(({ours, theirs}) => ours === undefined && theirs === undefined);
    const printed = accepted.map(({text}) => {
      const {expr} = parsePromql(text);
      return expr === undefined ? '' : printPromql(expr);
    });
    const refused = checkWithPromtool(printed);
    expect([...refused].map(([index, verdict]) => ({text: printed[index], verdict}))).toEqual([]);
  });
});

function draw(): readonly string[] {
  const random = seeded(SEED);
  const texts = [...REAL_EXPRESSIONS];
  while (texts.length < COUNT) {
    const base = random.chance(0.6) ? generate(random) : random.pick(REAL_EXPRESSIONS);
    const text = random.chance(0.5) ? base : mutate(random, base, REAL_EXPRESSIONS);
    if (text !== '') texts.push(text);
  }
  return texts;
}

function judge(texts: readonly string[]) {
  const verdicts = checkWithPromtool(texts);
  return texts.map((text, index) => {
    const [error] = parsePromql(text).errors;
    const verdict = verdicts.get(index);
    return {
      text,
      ours: error?.message,
      theirs: verdict === undefined ? undefined : reword(verdict.message),
      ourPlace: position(text, error?.start ?? 0),
      theirPlace: verdict?.position,
    };
  });
}

/** `line:column`, the column in bytes, as Prometheus counts. */
function position(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${Buffer.byteLength(before.slice(before.lastIndexOf('\n') + 1)) + 1}`;
}

function summary(cases: ReturnType<typeof judge>, reasons: readonly unknown[]): string {
  const sameVerdict = cases.filter(
    ({ours, theirs}) => (ours === undefined) === (theirs === undefined),
  );
  const refused = cases.filter(({ours, theirs}) => ours !== undefined && theirs !== undefined);
  const sameWords = refused.filter(({ours, theirs}) => ours === theirs);
  const classes = DISAGREEMENTS.map(entry => {
    const count = reasons.filter(reason => reason === entry).length;
    return `${String(count).padStart(6)} since ${entry.since}: ${entry.reason}`;
  });
  return [
    `${cases.length} expressions: the verdict agrees on ${percent(sameVerdict.length, cases.length)},`,
    `the words on ${percent(sameWords.length, refused.length)} of the ${refused.length} that both refuse`,
    ...classes,
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
