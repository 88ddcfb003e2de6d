import type {MarkdownDocument, PlaceIndex, Span} from '../document';
import {closest} from '../closest';
import {isEngineRule} from './engine-findings';
import type {Finding} from './finding';
import type {Job} from './job';
import type {SuppressionNode} from './node';
import {reportsWhere, silencer} from './silence';

/**
 * A comment that silences rules: `runbook-ignore <rules> -- <reason>` for the next line or block,
 * `runbook-ignore-file <rules> -- <reason>` for the whole file. With `until 2026-12-31` behind the
 * rules it does so up to that day.
 */
export type Suppression = {
  readonly kind: 'suppression';
  readonly span: Span;
  readonly rules: readonly string[];
  /** Empty where the comment gives none; it then silences nothing. */
  readonly reason: string;
  /** The last day on which it counts, as written; undefined where it counts for ever. */
  readonly until: string | undefined;
  /** The lines that it covers, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
};

/** What `until` takes. */
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const DIRECTIVE = /^\s*runbook-ignore(-file)?(?:\s+(.*))?$/s;

/** A comment of any language, by its text and its place. */
type AnyComment = {readonly text: string; readonly span: Span; readonly ownLine: boolean};

/** Finds the suppressions of a Markdown file: in its comments, its front matter and its blocks. */
export function suppressionsIn(document: MarkdownDocument): readonly Suppression[] {
  const {places, comments, frontMatter, source} = document;
  const inText = comments.map(({text, span}) => ({text, span, ownLine: true}));
  const start = frontMatter?.span.start.offset ?? 0;
  const inFrontMatter = hashComments(
    source.slice(start, frontMatter?.span.end.offset ?? 0),
    (from, to) => places.span(start + from, start + to),
  );
  const lineBelow = (line: number) => line + 1;
  const lastLine = lastLineBelow(document);
  return [
    ...inText.flatMap(comment => read(comment, places, lastLine)),
    ...[...inFrontMatter, ...document.blocks.flatMap(commentsOfBlock)].flatMap(comment =>
      read(comment, places, lineBelow),
    ),
  ];
}

/** Finds the end of the block or of the paragraph that comes below a line. */
function lastLineBelow({places, blocks}: MarkdownDocument): (line: number) => number {
  const ends = new Map(blocks.map(({span}) => [span.start.line, span.end.line] as const));
  return line => {
    const next = nextTextLine(places, line);
    const known = ends.get(next);
    if (known !== undefined) return known;
    let last = next;
    while (
      last < places.lineCount &&
      isProse(places.line(last)) &&
      isProse(places.line(last + 1))
    ) {
      last += 1;
    }
    // Comments in the same paragraph have the same end.
    for (let own = next; own <= last && !ends.has(own); own++) ends.set(own, last);
    return last;
  };
}

/** Neither empty nor the start of something else. */
function isProse(line: string): boolean {
  return !/^\s*(?:$|#|>|[-*+|]|\d+[.)]|`{3}|~{3}|<|\{\/\*|:::)/.test(line);
}

/** Finds the suppressions in a file whose comments begin with `#`. */
export function suppressionsInYaml(source: string, places: PlaceIndex): readonly Suppression[] {
  return hashComments(source, places.span).flatMap(comment =>
    read(comment, places, line => line + 1),
  );
}

/** Whether it silences anything on that day: it has a reason, and its time has not run out. */
function isEffective({reason, until}: Suppression, today: string | undefined): boolean {
  if (reason === '') return false;
  return until === undefined || (isDate(until) && !hasPassed(until, today));
}

export function isDate(text: string): boolean {
  return DATE.test(text);
}

function hasPassed(date: string, today: string | undefined): boolean {
  return today !== undefined && date < today;
}

/** Leaves out what a comment silences, and lets the rules about such comments have their say. */
export function applySuppressions(
  {
    path,
    findings,
    suppressions,
  }: {
    readonly path: string;
    readonly findings: readonly Finding[];
    readonly suppressions: readonly Suppression[];
  },
  job: Job,
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  const {today} = job.workspace;
  const reports = reportsWhere(findings);
  const isSilenced = silencer(suppressions.filter(comment => isEffective(comment, today)));
  const {visit, findings: more} = job.rules.file(path);
  for (const suppression of suppressions) {
    visit(suppressionNode(suppression, reports(suppression), job));
  }
  return [...findings.filter(finding => !isSilenced(finding)), ...more];
}

/** What the rules about suppressions get to see; `used` are those of its rules that report there. */
function suppressionNode(
  suppression: Suppression,
  used: ReadonlySet<string>,
  {on, known, workspace: {today}}: Job,
): SuppressionNode {
  const isOn = isEffective(suppression, today);
  const {until} = suppression;
  return {
    ...suppression,
    unused: suppression.rules.filter(rule => isOn && on.has(rule) && !used.has(rule)),
    expired: until !== undefined && isDate(until) && hasPassed(until, today),
    unknown: suppression.rules
      .filter(rule => !known.has(rule) && !isEngineRule(rule))
      .map(rule => ({rule, similar: closest(rule, known)})),
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
  const words = rules.split(/[\s,]+/).filter(word => word !== '');
  const untilAt = words.indexOf('until');
  const wholeFile = directive[1] !== undefined;
  const own = {
    first: span.start.line,
    last: ownLine ? lastLineAfter(span.end.line) : span.end.line,
  };
  return [
    {
      kind: 'suppression',
      span,
      rules: untilAt === -1 ? words : words.slice(0, untilAt),
      reason: reason.join(' -- ').trim(),
      until: untilAt === -1 ? undefined : words.slice(untilAt + 1).join(' '),
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
