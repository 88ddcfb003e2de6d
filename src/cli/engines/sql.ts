import type {Engines, SqlProblem} from '../../core';

/** Loads the parser of Postgres, which takes a quarter of a second. */
export async function loadSqlParser(): Promise<NonNullable<Engines['sql']>> {
  const {loadModule, parseSync} = await import('libpg-query');
  await loadModule();
  return text => {
    if (text.trim() === '') return undefined;
    try {
      parseSync(text);
      return undefined;
    } catch (error) {
      return problemOf(text, error);
    }
  };
}

/** Undefined for what is no answer of the parser, and for what depends on the version of Postgres. */
function problemOf(text: string, error: unknown): SqlProblem | undefined {
  if (!(error instanceof Error) || !('sqlDetails' in error)) return undefined;
  if (error.message === 'syntax error at end of input') return {kind: 'end', ...lastWord(text)};
  const [, reason, found = ''] = /^(.*?) at or near "(.*)"$/s.exec(error.message) ?? [];
  const start = offsetOf(text, cursorOf(error.sqlDetails));
  const end = start + found.length;
  if (found === '' || text.slice(start, end) !== found) return undefined;
  if (reason === 'syntax error') return {kind: 'unexpected', start, end};
  const what = /^unterminated (.+)$/.exec(reason ?? '')?.[1];
  return what === undefined ? undefined : {kind: 'unterminated', what, start, end};
}

function cursorOf(details: unknown): number {
  if (typeof details !== 'object' || details === null || !('cursorPosition' in details)) return 0;
  return typeof details.cursorPosition === 'number' ? details.cursorPosition : 0;
}

/** The parser counts characters, of which some have two UTF-16 units. */
function offsetOf(text: string, characters: number): number {
  return Array.from(text).slice(0, characters).join('').length;
}

function lastWord(text: string): {readonly start: number; readonly end: number} {
  const end = text.trimEnd().length;
  const length = /(?:\w+|[^\w\s])$/u.exec(text.slice(0, end))?.[0].length ?? 1;
  return {start: end - length, end};
}
