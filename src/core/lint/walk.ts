import type {MarkdownDocument} from '../document';
import {parseKubectl} from '../kubectl';
import {commandLayers, programName} from '../shell';
import type {Word} from '../shell';
import {kubectlVersions} from './kubectl/kubectl-version';
import type {CommandNode, KubectlNode, LintNode, ScriptNode} from './node';
import {blockQueries} from './promql/queries';
import {commentQueries} from './promql/comment-queries';
import {linkQueries} from './promql/link-queries';
import {snippetQueries} from './promql/rule-snippets';
import {commandQueries} from './promql/shell-queries';
import type {Target} from './workspace';

/** The nodes of a Markdown file in the order in which rules see them. */
export function* nodesOf(document: MarkdownDocument, target: Target): Generator<LintNode> {
  yield* document.problems;
  yield* document.inputs;
  yield* document.headings;
  yield* document.comments;
  for (const link of document.links) {
    yield link;
    yield* linkQueries(link, document, target);
  }
  for (const block of document.blocks) {
    yield block;
    if (block.shell !== undefined) yield* scriptNodes({block, document, target}, block.shell);
    if (block.family === 'promql') yield* blockQueries(block, target);
    if (block.family === 'other') yield* snippetQueries(block, target);
  }
  yield* document.steps;
  yield {kind: 'file', document};
}

function* scriptNodes(
  {block, document, target}: Pick<ScriptNode, 'block' | 'document'> & {readonly target: Target},
  shell: ScriptNode['shell'],
): Generator<LintNode> {
  const script: ScriptNode = {kind: 'script', shell, block, place: block.place, document};
  yield script;
  for (const command of shell.commands) {
    const layers = commandLayers(command);
    yield {kind: 'command', command, layers, script, place: block.place};
    yield* kubectlNodes({command, layers, script}, target);
    yield* commandQueries({layers, script, command}, target);
  }
  yield* commentQueries(script, target);
}

/** The names under which kubectl itself is called; `oc` has verbs of its own. */
const KUBECTL = new Set(['kubectl', 'k', 'kubecolor', 'oc']);

function kubectlNodes(
  {command, layers, script}: Pick<CommandNode, 'command' | 'layers' | 'script'>,
  target: Target,
): readonly KubectlNode[] {
  const versions = kubectlVersions(target);
  const calls = layers.filter(({argv}) => KUBECTL.has(programName(argv[0]) ?? ''));
  return calls.map(layer => ({
    kind: 'kubectl',
    kubectl: parseKubectl(
      layer.argv.map(word => withoutGuess(word, script)),
      {versions},
    ),
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
