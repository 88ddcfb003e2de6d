import {
  analyzeEffect,
  applyFixes,
  formatPromql,
  lint,
  parsePromql,
  parseRunbook,
  rules,
} from '../../core';
import type {Finding, MarkdownDocument} from '../../core';
import type {Kind} from './kinds';

export type Examined = {
  /** With places in the text as it was typed. */
  readonly findings: readonly PlacedFinding[];
  readonly scripts: readonly ExaminedScript[];
  /** Each query as our printer lays it out; one that does not parse is left out. */
  readonly queries: readonly string[];
};

export type PlacedFinding = Omit<Finding, 'fix'> & {readonly fixable: boolean};

export type ExaminedScript = {
  /** The first line of the script in the text. */
  readonly line: number;
  readonly effect: ReturnType<typeof analyzeEffect>['effect'];
  readonly traits: ReturnType<typeof analyzeEffect>['traits'];
  /** The programs that make it more than a plain read. */
  readonly programs: readonly string[];
};

const PATH = 'playground.md';

export function guessKind(text: string): Kind {
  if (/^(?: {0,3}(?:```|~~~)|#{1,6} \S|---\s*$|\s*[-*] \[[ x]\])/m.test(text)) return 'markdown';
  const {expr, errors} = parsePromql(text.trim());
  const isPlainName = /^[\s\w:-]*$/.test(text);
  return expr !== undefined && errors.length === 0 && !isPlainName ? 'query' : 'command';
}

/** The same core as in the terminal, over the text as a page, or as the only block of one. */
export function examine(text: string, kind: Kind): Examined {
  const page = wrap(text, kind);
  const document = parseRunbook(page.source, {path: PATH});
  return {
    // Nobody knows what else there is, so every link may lead somewhere.
    findings: lint([{path: PATH, source: page.source}], {exists: () => true})
      .filter(({line, rule}) => kind === 'markdown' || isInBlock({line, rule}, page))
      .map(finding => moved(finding, -page.before)),
    scripts: scriptsOf(document, page.before),
    queries: queriesOf(document),
  };
}

/** The text with every safe fix in it. */
export function mended(text: string, kind: Kind): string {
  const {source, before} = wrap(text, kind);
  const fixed = applyFixes(source, lint([{path: PATH, source}]));
  if (before === 0) return fixed;
  return fixed.split('\n').slice(before, -2).join('\n');
}

/** The bad example of a rule, as its page shows it. */
export function exampleOf(rule: string): string | undefined {
  return rules.find(({id}) => id === rule)?.examples.bad[0].source;
}

type Wrapped = {
  readonly source: string;
  /** Lines that stand before the text. */
  readonly before: number;
  readonly lines: number;
};

function wrap(text: string, kind: Kind): Wrapped {
  const lines = text.split('\n').length;
  if (kind === 'markdown') return {source: text, before: 0, lines};
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const language = kind === 'query' ? 'promql' : 'bash';
  return {source: `${fence}${language}\n${text}\n${fence}\n`, before: 1, lines};
}

/** What is wrong with the page that nobody wrote is nobody's business. */
function isInBlock({line, rule}: Pick<Finding, 'line' | 'rule'>, page: Wrapped): boolean {
  return !rule.startsWith('runbook/') && line > page.before && line <= page.before + page.lines;
}

function moved({fix, ...finding}: Finding, by: number): PlacedFinding {
  const {line, endLine} = finding;
  return {...finding, line: line + by, endLine: endLine + by, fixable: fix !== undefined};
}

function scriptsOf({blocks}: MarkdownDocument, before: number): readonly ExaminedScript[] {
  return blocks.flatMap(({shell, place}) => {
    if (shell === undefined) return [];
    const {effect, traits, reasons} = analyzeEffect(shell);
    const line = place(0, 0).start.line - before;
    return [{line, effect, traits, programs: [...new Set(reasons.map(({program}) => program))]}];
  });
}

function queriesOf({blocks}: MarkdownDocument): readonly string[] {
  return blocks.flatMap(({family, text}) => {
    if (family !== 'promql') return [];
    const {expr, errors} = parsePromql(text.trim());
    return expr === undefined || errors.length > 0 ? [] : [formatPromql(expr)];
  });
}
