import type {MarkdownDocument} from '../document';
import {parsePromql, splitPromql} from '../promql';
import type {LintNode, QueryNode, ScriptNode} from './node';

/** The nodes of a Markdown file in the order in which rules see them. */
export function* nodesOf(document: MarkdownDocument): Generator<LintNode> {
  yield* document.problems;
  yield* document.inputs;
  yield* document.headings;
  yield* document.comments;
  yield* document.links;
  for (const block of document.blocks) {
    yield block;
    if (block.shell !== undefined) yield* scriptNodes(block.shell, block, document);
    if (block.family === 'promql') yield* queryNodes(block.text, block.place);
  }
  yield* document.steps;
  yield {kind: 'file', document};
}

function* scriptNodes(
  shell: ScriptNode['shell'],
  block: ScriptNode['block'],
  document: MarkdownDocument,
): Generator<LintNode> {
  const script: ScriptNode = {kind: 'script', shell, block, place: block.place, document};
  yield script;
  for (const command of shell.commands) {
    yield {kind: 'command', command, script, place: block.place};
  }
}

/** The expressions in a text, each with places in the file. */
export function queryNodes(text: string, place: QueryNode['place']): readonly QueryNode[] {
  return splitPromql(text).map(({text: expression, start}) => ({
    kind: 'query',
    text: expression,
    ...parsePromql(expression),
    place: (from, to) => place(start + from, start + to),
  }));
}
