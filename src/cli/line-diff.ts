/** How many unchanged lines stand around a change. */
const CONTEXT = 3;

type Line = {readonly sign: ' ' | '-' | '+'; readonly text: string};

/** The change of one file as `diff -u` prints it; the empty string where nothing changed. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(linesOf(before), linesOf(after));
  const text = [`--- a/${path}\n`, `+++ b/${path}\n`];
  let above: Counts = {'-': 0, '+': 0};
  let counted = 0;
  for (const [start, end] of hunksOf(lines)) {
    const between = countIn(lines.slice(counted, start));
    above = {'-': above['-'] + between['-'], '+': above['+'] + between['+']};
    counted = start;
    text.push(hunk(lines, above, [start, end]));
  }
  return text.join('');
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
    const {removed, added} = nextMeeting({lines: before, at: a}, {lines: after, at: b});
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

type Rest = {readonly lines: readonly string[]; readonly at: number};

function nextMeeting(before: Rest, after: Rest) {
  const most = before.lines.length - before.at;
  const mostAdded = after.lines.length - after.at;
  for (let sum = 0; sum <= REACH; sum++) {
    for (let removed = Math.max(0, sum - mostAdded); removed <= sum; removed++) {
      const left = before.lines[before.at + removed];
      const right = after.lines[after.at + sum - removed];
      const isEnd = removed === most && sum - removed === mostAdded;
      if (isEnd || (left !== undefined && left === right)) return {removed, added: sum - removed};
    }
  }
  return {removed: most, added: mostAdded};
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

function hunk(
  lines: readonly Line[],
  above: Counts,
  [start, end]: readonly [number, number],
): string {
  const shown = lines.slice(start, end);
  const counts = countIn(shown);
  const range = (sign: '-' | '+') => {
    const first = above[sign] + (counts[sign] === 0 ? 0 : 1);
    return `${sign}${first}${counts[sign] === 1 ? '' : `,${counts[sign]}`}`;
  };
  const text = shown.map(line =>
    line.text.endsWith('\n')
      ? `${line.sign}${line.text}`
      : `${line.sign}${line.text}\n\\ No newline at end of file\n`,
  );
  return `@@ ${range('-')} ${range('+')} @@\n${text.join('')}`;
}

/** How many lines there are before and after the change. */
type Counts = Readonly<Record<'-' | '+', number>>;

function countIn(lines: readonly Line[]): Counts {
  const count = (sign: '-' | '+') =>
    lines.filter(line => line.sign === ' ' || line.sign === sign).length;
  return {'-': count('-'), '+': count('+')};
}
