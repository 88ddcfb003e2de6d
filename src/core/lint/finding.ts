import type {Span} from '../document';

export const SEVERITIES = ['error', 'warning', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** One thing that the lint says, in the file as saved. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  /** Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** The address of the rule's page. */
  readonly help: string;
  readonly fix?: Fix;
};

/** A safe change that removes the finding. */
export type Fix = {readonly edits: readonly Edit[]};

/** Puts `text` in the place of what stands at `span`. */
export type Edit = {readonly span: Span; readonly text: string};

/** By path, then place, then rule: the order of every report. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
