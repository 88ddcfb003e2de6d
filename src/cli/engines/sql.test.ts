import {describe, expect, it} from 'vitest';
import {loadSqlParser} from './sql';

describe('loadSqlParser', () => {
  it('has no problem with what Postgres reads', async () => {
    const parse = await loadSqlParser();
    const texts = [
      '',
      ';',
      '-- x',
      'SELECT 1; SHOW ALL;',
      'SELECT $1',
      "SELECT E'\\n'",
      'VACUUM a',
    ];
    expect(texts.map(parse)).toEqual(texts.map(() => undefined));
  });

  it.each([
    ['SELEC 1', {kind: 'unexpected', start: 0, end: 5}],
    ['SELECT 1;\nSELECT * FORM x', {kind: 'unexpected', start: 19, end: 23}],
    ['SELECT 1 AS "😀é" FRO x', {kind: 'unexpected', start: 18, end: 21}],
    ['SELECT * FROM jobs WHERE\n', {kind: 'end', start: 19, end: 24}],
    ["SELECT 'é", {kind: 'unterminated', what: 'quoted string', start: 7, end: 9}],
    ['SELECT 1 /* x', {kind: 'unterminated', what: '/* comment', start: 9, end: 13}],
  ])('says what is wrong, and where: %s', async (text, problem) => {
    const parse = await loadSqlParser();
    expect(parse(text)).toEqual(problem);
  });

  it('says nothing of what depends on the version, and of what is too much', async () => {
    const parse = await loadSqlParser();
    const deep = `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`;
    expect([parse('SELECT 1a'), parse(deep)]).toEqual([undefined, undefined]);
  });
});
