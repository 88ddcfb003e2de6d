import type {Root} from 'mdast';
import {parseBlocks} from './blocks';
import {applyCheckBox, readCheckBox} from './check-box';
import {createCursor} from './cursor';
import {readFrontMatter} from './front-matter';
import {GiveUp, giveUp} from './give-up';
import {parseInline} from './inline';
import {endOfText, hasLoneReturn, splitLines} from './lines';
import type {InlineJob, State} from './state';
import {hasUnplacedLink} from './unplaced-link';

/**
 * Reads Markdown into the tree that remark makes of it with GFM, directives and front matter.
 * Undefined where the text holds something that would not come out the same: rare constructs, and
 * texts that take more than linear time. Never throws.
 */
export function parseMarkdown(source: string): Root | undefined {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GiveUp) return undefined;
    throw error;
  }
}

function parse(source: string): Root {
  if (source.startsWith('\uFEFF') || source.includes('\0') || hasLoneReturn(source)) {
    giveUp('characters of no text of today');
  }
  const lines = splitLines(source);
  const matter = readFrontMatter(source, lines);
  const root: Root = {
    type: 'root',
    children: matter === undefined ? [] : [matter.node],
    position: {start: {line: 1, column: 1, offset: 0}, end: endOfText(source, lines)},
  };
  const state: State = {
    source,
    lines,
    cursor: createCursor(source, lines),
    root,
    stack: [],
    leaf: undefined,
    jobs: [],
    defined: new Set(),
    budget: {left: 500_000 + 10 * source.length},
    markedDepth: 0,
  };
  parseBlocks(state, matter?.nextLine ?? 0);
  for (const job of state.jobs) readInline(state, job);
  if (hasUnplacedLink(root)) giveUp('a bare URL that is not where one begins');
  return root;
}

function readInline({defined, budget}: State, job: InlineJob): void {
  const {content, children, kind, task} = job;
  const box = task === undefined ? undefined : readCheckBox(content.text);
  const nodes = parseInline(content, {defined, budget, kind, from: box?.end ?? 0});
  if (box !== undefined) applyCheckBox(job, box, nodes);
  for (const node of nodes) children.push(node);
}
