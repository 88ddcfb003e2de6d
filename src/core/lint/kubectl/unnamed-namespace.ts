import type {Span} from '../../document';
import {findFlag} from '../../kubectl';
import {programName} from '../../shell';
import type {CommandNode, KubectlNode} from '../node';
import {hasFlag, isReal, mayHoldMore, pathOf, verbPlace} from './call';
import {typesOf} from './target-words';

type Visits = {
  readonly command: (node: CommandNode) => void;
  readonly kubectl: (node: KubectlNode) => void;
  readonly file: () => void;
};

/**
 * Tells at the end of a page whose other calls name a namespace of each call, of those that are
 * meant, that acts in whatever namespace the context has.
 */
export function visitUnnamed(
  isMeant: (node: KubectlNode) => boolean,
  tell: (call: {readonly at: Span; readonly verb: string}) => void,
): Visits {
  const unnamed: KubectlNode[] = [];
  let isChosen = false;
  let isNamed = false;
  return {
    command(node) {
      if (choosesNamespace(node)) isChosen = true;
    },
    kubectl(node) {
      if (setsContext(node)) isChosen = true;
      if (hasFlag(node, 'namespace')) isNamed = true;
      else if (!isChosen && needsNamespace(node)) unnamed.push(node);
    },
    file() {
      if (!isNamed) return;
      for (const node of unnamed.filter(isMeant)) tell({at: verbPlace(node), verb: pathOf(node)});
    },
  };
}

const BY_TYPE =
  /^(?:get|describe|delete|edit|patch|label|annotate|scale|autoscale|expose|rollout \w+|set \w+)$/;
const BY_POD = /^(?:logs|exec|port-forward|attach|cp|top pod|events|run)$/;

/** Flags that say where, or leave it to a file. */
const ELSEWHERE = [
  'all-namespaces',
  'context',
  'cluster',
  'kubeconfig',
  'server',
  'filename',
  'kustomize',
  'raw',
  'help',
];

function needsNamespace(node: KubectlNode): boolean {
  const {kubectl, layer} = node;
  if (layer.away || hasFlag(node, ...ELSEWHERE) || mayHoldMore(node)) return false;
  if (kubectl.flags.some(({spec}) => spec === undefined)) return false;
  if (layer.argv.some(({value, text}) => value === undefined && !/["']/.test(text))) return false;
  const path = pathOf(node);
  if (BY_POD.test(path)) return path !== 'cp' || !kubectl.arguments.some(inNamespace);
  const types = typesOf(node);
  return BY_TYPE.test(path) && types.length > 0 && types.every(({namespaced}) => namespaced);
}

/** `kubectl cp NAMESPACE/POD:FILE .` */
function inNamespace({text}: {readonly text: string}): boolean {
  return /^["']?[^/:]+\/[^/:]+:/.test(text);
}

function setsContext({kubectl}: KubectlNode): boolean {
  const path = kubectl.path.join(' ');
  if (path === 'config set-context') return findFlag(kubectl, 'namespace') !== undefined;
  return path === 'config use-context' || /^(?:ns|ctx|project)$/.test(kubectl.plugin?.value ?? '');
}

function choosesNamespace({command}: CommandNode): boolean {
  if (/^(?:kubens|kubectx|kubie|alias)$/.test(programName(command.name) ?? '')) return true;
  const exported = command.args.some(({text}) => text.startsWith('KUBECONFIG='));
  return exported || command.assignments.some(({name}) => name === 'KUBECONFIG');
}

/** Whether a call changes something in the cluster. */
export function changesObjects(node: KubectlNode): boolean {
  if (!isReal(node)) return false;
  return /^(?:delete|edit|patch|label|annotate|scale|autoscale|expose|run|rollout (?:undo|restart|pause|resume)|set \w+)$/.test(
    pathOf(node),
  );
}
