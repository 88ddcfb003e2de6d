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

/** Shows the nodes of a Markdown file in the order in which rules see them. */
export function visitNodes(
  document: MarkdownDocument,
  target: Target,
  visit: (node: LintNode) => void,
): void {
  const visitAll = (nodes: readonly LintNode[]) => nodes.forEach(node => visit(node));
  visitAll(document.problems);
  visitAll(document.inputs);
  visitAll(document.headings);
  visitAll(document.comments);
  for (const link of document.links) {
    visit(link);
    visitAll(linkQueries(link, document, target));
  }
  for (const block of document.blocks) {
    visit(block);
    if (block.shell !== undefined) {
      visitScript(
        {kind: 'script', shell: block.shell, block, place: block.place, document},
        {target, visit, visitAll},
      );
    }
    if (block.family === 'promql') visitAll(blockQueries(block, target));
    if (block.family === 'other') visitAll(snippetQueries(block, target));
  }
  visitAll(document.steps);
  visit({kind: 'file', document});
}

function visitScript(
  script: ScriptNode,
  {
    target,
    visit,
    visitAll,
  }: {
    readonly target: Target;
    readonly visit: (node: LintNode) => void;
    readonly visitAll: (nodes: readonly LintNode[]) => void;
  },
): void {
  visit(script);
  for (const command of script.shell.commands) {
    const layers = commandLayers(command);
    visit({kind: 'command', command, layers, script, place: script.place});
    visitAll(kubectlNodes({command, layers, script}, target));
    visitAll(commandQueries({layers, script, command}, target));
  }
  visitAll(commentQueries(script, target));
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
