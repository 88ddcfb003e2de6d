import type {Edit, Finding} from './finding';

/**
 * Applies the fixes of one file's findings to its text, as it was when it was linted. A fix is
 * applied whole or not at all: where two touch the same place, the first by place wins.
 */
export function applyFixes(source: string, findings: readonly Finding[]): string {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const pieces: string[] = [];
  let at = 0;
  for (const {span, text} of chosenEdits(findings)) {
    pieces.push(source.slice(at, mark + span.start.offset), text);
    at = mark + span.end.offset;
  }
  return [...pieces, source.slice(at)].join('');
}

/** In the order of their places; no two of them overlap. */
function chosenEdits(findings: readonly Finding[]): readonly Edit[] {
  const chosen: Edit[] = [];
  const isFree = (edit: Edit) => {
    const next = indexFor(edit, chosen);
    return [chosen[next - 1], chosen[next]].every(other => !other || !overlap(edit, other));
  };
  for (const edits of fixesByPlace(findings)) {
    const isSound = edits.every((edit, index) => {
      const before = edits[index - 1];
      return before === undefined || !overlap(before, edit);
    });
    if (!isSound || !edits.every(isFree)) continue;
    for (const edit of edits) chosen.splice(indexFor(edit, chosen), 0, edit);
  }
  return chosen;
}

/** Where an edit belongs among others in their order. */
function indexFor(edit: Edit, ordered: readonly Edit[]): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ordered[middle];
    if (other !== undefined && byStart(other, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fixesByPlace(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  const fixes = findings.flatMap(({fix}) =>
    fix === undefined ? [] : [fix.edits.toSorted(byStart)],
  );
  return fixes.sort((a, b) => (a[0]?.span.start.offset ?? 0) - (b[0]?.span.start.offset ?? 0));
}

function byStart(a: Edit, b: Edit): number {
  return a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset;
}

/** Two insertions at one place overlap too: their order would be chance. */
function overlap({span: a}: Edit, {span: b}: Edit): boolean {
  if (a.start.offset === b.start.offset) return true;
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}
