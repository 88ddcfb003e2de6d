import type {MarkdownDocument, PlaceIndex, Span} from '../document';
import {closest} from './closest';
import type {Finding} from './finding';
import type {SuppressionNode} from './node';

/**
 * A comment that silences rules: `runbook-ignore <rules> -- <reason>` for the next line or block,
 * `runbook-ignore-file <rules> -- <reason>` for the whole file.
 */
export type Suppression = {
  readonly kind: 'suppression';
  readonly span: Span;
  readonly rules: readonly string[];
  /** Empty where the comment gives none; it then silences nothing. */
  readonly reason: string;
  /** The lines that it covers, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
};

const DIRECTIVE = /^\s*runbook-ignore(-file)?(?:\s+(.*))?$/s;

/** A comment of any language, by its text and its place. */
type AnyComment = {readonly text: string; readonly span: Span; readonly ownLine: boolean};

/** Finds the suppressions of a Markdown file: in HTML comments and in those of its blocks. */
export function suppressionsIn(document: MarkdownDocument): readonly Suppression[] {
  const html = document.comments.map(({text, span}) => ({text, span, ownLine: true}));
  const lastLineAfter = (line: number) => {
    const next = nextTextLine(document.places, line);
    const block = document.blocks.find(({span}) => span.start.line === next);
    return block?.span.end.line ?? next;
  };
  return [
    ...html.flatMap(comment => read(comment, document.places, lastLineAfter)),
    ...document.blocks
      .flatMap(commentsOfBlock)
      .flatMap(comment => read(comment, document.places, line => line + 1)),
  ];
}

/** Finds the suppressions in a file whose comments begin with `#`. */
export function suppressionsInYaml(source: string, places: PlaceIndex): readonly Suppression[] {
  return hashComments(source, places.span).flatMap(comment =>
    read(comment, places, line => line + 1),
  );
}

/** Tells a finding that a suppression with a reason covers. */
export function covers(suppression: Suppression, finding: Finding): boolean {
  return (
    suppression.reason !== '' &&
    suppression.rules.includes(finding.rule) &&
    suppression.firstLine <= finding.line &&
    finding.line <= suppression.lastLine
  );
}

/** What the rules about suppressions get to see. `on` are the rules that ran, `all` those that exist. */
export function suppressionNode(
  suppression: Suppression,
  {
    findings,
    on,
    all,
  }: {
    readonly findings: readonly Finding[];
    readonly on: ReadonlySet<string>;
    readonly all: ReadonlySet<string>;
  },
): SuppressionNode {
  const covered = findings.filter(finding => covers(suppression, finding));
  const used = new Set(covered.map(({rule}) => rule));
  const hasReason = suppression.reason !== '';
  return {
    ...suppression,
    unused: suppression.rules.filter(rule => hasReason && on.has(rule) && !used.has(rule)),
    unknown: suppression.rules
      .filter(rule => !all.has(rule))
      .map(rule => ({rule, similar: closest(rule, all)})),
  };
}

function commentsOfBlock(block: MarkdownDocument['blocks'][number]): readonly AnyComment[] {
  if (block.shell === undefined) {
    return block.family === 'promql' ? hashComments(block.text, block.place) : [];
  }
  return block.shell.comments.map(({text, start, end}) => ({
    text: text.replace(/^#/, ''),
    span: block.place(start, end),
    ownLine: isFirstOfLine(block.text, start),
  }));
}

function hashComments(
  text: string,
  place: (start: number, end: number) => Span,
): readonly AnyComment[] {
  return Array.from(text.matchAll(/#([ \t]*runbook-ignore.*)$/gm), match => ({
    text: match[1] ?? '',
    span: place(match.index, match.index + match[0].length),
    ownLine: isFirstOfLine(text, match.index),
  }));
}

function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

function read(
  {text, span, ownLine}: AnyComment,
  places: PlaceIndex,
  lastLineAfter: (line: number) => number,
): readonly Suppression[] {
  const directive = DIRECTIVE.exec(text);
  if (directive === null) return [];
  const [rules = '', ...reason] = (directive[2] ?? '').split(/\s+--(?:\s+|$)|^--\s+/);
  const wholeFile = directive[1] !== undefined;
  const own = {
    first: span.start.line,
    last: ownLine ? lastLineAfter(span.end.line) : span.end.line,
  };
  return [
    {
      kind: 'suppression',
      span,
      rules: rules.split(/[\s,]+/).filter(rule => rule !== ''),
      reason: reason.join(' -- ').trim(),
      firstLine: wholeFile ? 1 : own.first,
      lastLine: wholeFile ? places.lineCount : own.last,
    },
  ];
}

function nextTextLine(places: PlaceIndex, line: number): number {
  for (let next = line + 1; next <= places.lineCount; next++) {
    if (places.line(next).trim() !== '') return next;
  }
  return line;
}
