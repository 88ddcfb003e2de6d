import type {Finding} from './finding';
import type {Suppression} from './suppressions';

/** Tells which rules of a suppression report something where it stands. */
export function reportsWhere(
  findings: readonly Finding[],
): (suppression: Suppression) => ReadonlySet<string> {
  const lines = new Map<string, number[]>();
  for (const {rule, line} of findings) listOf(lines, rule).push(line);
  for (const list of lines.values()) list.sort((a, b) => a - b);
  return ({rules, firstLine, lastLine}) =>
    new Set(
      rules.filter(rule => {
        const own = lines.get(rule) ?? [];
        const next = own[countUpTo(own, firstLine - 1)];
        return next !== undefined && next <= lastLine;
      }),
    );
}

/** Tells the findings that one of the suppressions covers. */
export function silencer(suppressions: readonly Suppression[]): (finding: Finding) => boolean {
  const ranges = new Map<string, Range[]>();
  const inOrder = suppressions.toSorted((a, b) => a.firstLine - b.firstLine);
  for (const {rules, firstLine, lastLine} of inOrder) {
    for (const rule of new Set(rules)) addRange(listOf(ranges, rule), firstLine, lastLine);
  }
  const starts = new Map(
    Array.from(ranges, ([rule, list]) => [rule, list.map(({first}) => first)] as const),
  );
  return ({rule, line}) => {
    const before = countUpTo(starts.get(rule) ?? [], line);
    const range = ranges.get(rule)?.[before - 1];
    return range !== undefined && line <= range.last;
  };
}

type Range = {readonly first: number; last: number};

/** Ranges that overlap become one, so that the last that begins above a line is the only one to ask. */
function addRange(ranges: Range[], first: number, last: number): void {
  const previous = ranges.at(-1);
  if (previous === undefined || first > previous.last) ranges.push({first, last});
  else previous.last = Math.max(previous.last, last);
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** How many of the ascending numbers are not above the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
