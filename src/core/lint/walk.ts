import type {MarkdownDocument} from '../document';
import {parsePromql, splitPromql} from '../promql';
import {parseKubectl} from '../kubectl';
import {commandLayers, programName} from '../shell';
import type {Word} from '../shell';
import type {CommandNode, KubectlNode, LintNode, QueryNode, ScriptNode} from './node';
import {fillQuery} from './promql-placeholders';

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
    if (block.family === 'promql') yield* blockQueries(block);
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
    const layers = commandLayers(command);
    yield {kind: 'command', command, layers, script, place: block.place};
    yield* kubectlNodes({command, layers, script});
  }
}

/** The names under which kubectl itself is called; `oc` has verbs of its own. */
const KUBECTL = new Set(['kubectl', 'k', 'kubecolor', 'oc']);

function kubectlNodes({
  command,
  layers,
  script,
}: Pick<CommandNode, 'command' | 'layers' | 'script'>): readonly KubectlNode[] {
  const calls = layers.filter(({argv}) => KUBECTL.has(programName(argv[0]) ?? ''));
  return calls.map(layer => ({
    kind: 'kubectl',
    kubectl: parseKubectl(layer.argv.map(word => withoutGuess(word, script))),
    layer,
    command,
    script,
    place: script.place,
  }));
}

/** Nobody knows what will stand in the place of `<pod>` or of three dots. */
function withoutGuess(word: Word, {block}: ScriptNode): Word {
  const isOpen =
    /\.{3}|…/.test(word.text) ||
    block.normalized?.placeholders.some(({start, end}) => start < word.end && word.start < end);
  return isOpen === true ? {...word, value: undefined} : word;
}

/** A tagged query runs as it stands; another may hold the variables of a dashboard. */
function blockQueries({text, place, step}: ScriptNode['block']): readonly QueryNode[] {
  if (step !== undefined) return queryNodes(text, place);
  const {text: filled, uncertain} = fillQuery(text);
  const queries = queryNodes(filled, place);
  return uncertain ? queries.map(query => ({...query, errors: []})) : queries;
}

function queryNodes(text: string, place: QueryNode['place']): readonly QueryNode[] {
  return splitPromql(text).map(({text: expression, start}) =>
    queryNode(expression, (from, to) => place(start + from, start + to)),
  );
}

/** One expression with places in the file. */
export function queryNode(text: string, place: QueryNode['place']): QueryNode {
  return {kind: 'query', text, ...parsePromql(text), place};
}
