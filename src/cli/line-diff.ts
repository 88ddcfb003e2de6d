/** How many unchanged lines stand around a change. */
const CONTEXT = 3;

type Line = {readonly sign: ' ' | '-' | '+'; readonly text: string};

/** The change of one file as `diff -u` prints it; the empty string where nothing changed. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map(([start, end]) => hunk(lines, start, end));
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks].join('');
}

/** Lines with their endings, so that a change of an ending is a change. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Fixes keep most lines: what is equal at both ends is cut off, and between two changes the next
 * pair of equal lines within reach is where they meet again.
 */
function diffLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const {removed, added} = nextMeeting(before.slice(a), after.slice(b));
    for (const text of before.slice(a, a + removed)) lines.push({sign: '-', text});
    for (const text of after.slice(b, b + added)) lines.push({sign: '+', text});
    a += removed;
    b += added;
    const same = before[a];
    if (same === undefined) continue;
    lines.push({sign: ' ', text: same});
    a += 1;
    b += 1;
  }
  return lines;
}

const REACH = 200;

function nextMeeting(before: readonly string[], after: readonly string[]) {
  for (let sum = 0; sum <= REACH; sum++) {
    for (let removed = Math.max(0, sum - after.length); removed <= sum; removed++) {
      const [left, right] = [before[removed], after[sum - removed]];
      const isEnd = removed === before.length && sum - removed === after.length;
      if (isEnd || (left !== undefined && left === right)) return {removed, added: sum - removed};
    }
  }
  return {removed: before.length, added: after.length};
}

function hunksOf(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const hunks: [number, number][] = [];
  for (const [index, {sign}] of lines.entries()) {
    if (sign === ' ') continue;
    const last = hunks.at(-1);
    const end = Math.min(lines.length, index + 1 + CONTEXT);
    if (last !== undefined && index - CONTEXT <= last[1]) last[1] = end;
    else hunks.push([Math.max(0, index - CONTEXT), end]);
  }
  return hunks;
}

function hunk(lines: readonly Line[], start: number, end: number): string {
  const shown = lines.slice(start, end);
  const range = (sign: '-' | '+') => {
    const count = shown.filter(line => line.sign === ' ' || line.sign === sign).length;
    const before = lines.slice(0, start).filter(line => line.sign === ' ' || line.sign === sign);
    const first = before.length + (count === 0 ? 0 : 1);
    return `${sign}${first}${count === 1 ? '' : `,${count}`}`;
  };
  const text = shown.map(line =>
    line.text.endsWith('\n')
      ? `${line.sign}${line.text}`
      : `${line.sign}${line.text}\n\\ No newline at end of file\n`,
  );
  return `@@ ${range('-')} ${range('+')} @@\n${text.join('')}`;
}
