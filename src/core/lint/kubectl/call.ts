import type {Span} from '../../document';
import {findFlag} from '../../kubectl';
import {programName} from '../../shell';
import type {Word} from '../../shell';
import type {KubectlNode} from '../node';

/** The command by its full names, such as `rollout undo`. */
export function pathOf({kubectl}: Pick<KubectlNode, 'kubectl'>): string {
  return kubectl.path.join(' ');
}

/** Whether a flag is given and not switched off. */
export function isOn(
  {kubectl}: Pick<KubectlNode, 'kubectl'>,
  ...names: readonly string[]
): boolean {
  const flag = findFlag(kubectl, ...names);
  return flag !== undefined && flag.value !== 'false';
}

export function hasFlag(
  {kubectl}: Pick<KubectlNode, 'kubectl'>,
  ...names: readonly string[]
): boolean {
  return findFlag(kubectl, ...names) !== undefined;
}

/** False for a call that only shows what it would do, or its help. */
export function isReal(node: Pick<KubectlNode, 'kubectl'>): boolean {
  if (isOn(node, 'help', 'local', 'list')) return false;
  const dry = findFlag(node.kubectl, 'dry-run');
  return dry === undefined || dry.value === 'none' || dry.value === 'false';
}

/** `oc` shares the flags of kubectl and goes by its own versions. */
export function isOc({layer}: KubectlNode): boolean {
  return programName(layer.argv[0]) === 'oc';
}

/** An unquoted expansion can be several words, flags among them; `xargs` adds words at the end. */
export function mayHoldMore({kubectl, layer}: KubectlNode): boolean {
  return (
    layer.command.words.some(word => /^(?:xargs|parallel)$/.test(programName(word) ?? '')) ||
    kubectl.arguments.some(isOpen)
  );
}

/** Whether the words of a call are all there and known, so that what is missing is missing. */
export function isComplete(node: KubectlNode): boolean {
  const {flags} = node.kubectl;
  return !mayHoldMore(node) && flags.every(({name, spec}) => spec !== undefined && name !== 'help');
}

function isOpen({value, text}: Word): boolean {
  return value === undefined && !text.startsWith('"');
}

/** From the program's name to the last word of the command's own name. */
export function verbPlace({kubectl, layer, place}: KubectlNode): Span {
  const start = layer.argv[0]?.start ?? 0;
  return place(start, kubectl.verbs.at(-1)?.end ?? layer.argv[0]?.end ?? start);
}

/** A flag with its value, as written. */
export function flagText({kubectl}: Pick<KubectlNode, 'kubectl'>, name: string): string {
  const flag = findFlag(kubectl, name);
  if (flag === undefined) return '';
  const {word, valueWord} = flag;
  return valueWord === undefined || valueWord === word
    ? word.text
    : `${word.text} ${valueWord.text}`;
}
