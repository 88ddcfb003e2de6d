import type {Edit, Finding} from './finding';

/**
 * Applies the fixes of one file's findings to its text, as it was when it was linted. A fix is
 * applied whole or not at all: where two touch the same place, the first by place wins.
 */
export function applyFixes(source: string, findings: readonly Finding[]): string {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const chosen: Edit[] = [];
  for (const edits of fixesByPlace(findings)) {
    const isFree = edits.every(edit => !chosen.some(other => overlap(edit, other)));
    if (isFree) chosen.push(...edits);
  }
  return chosen
    .sort(byStart)
    .reduceRight(
      (text, {span, text: replacement}) =>
        text.slice(0, mark + span.start.offset) + replacement + text.slice(mark + span.end.offset),
      source,
    );
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
