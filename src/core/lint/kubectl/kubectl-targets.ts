import {findFlag} from '../../kubectl';
import {resourceTypeOf} from '../../inventory';
import type {Inventory} from '../../inventory';
import type {Word} from '../../shell';
import type {KubectlNode} from '../node';

/** An object that a call of kubectl names; offsets are those of the name in the script. */
export type KubectlTarget = {
  /** Kubernetes' `kind`. */
  readonly type: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** Take a type and names, or `type/name` as often as they like. */
const BY_TYPE =
  /^(?:get|describe|delete|edit|patch|label|annotate|scale|autoscale|expose|wait|rollout \w+|set (?:env|image|resources|serviceaccount|selector))$/;

/** Take a pod, or one `type/name`. */
const BY_POD = /^(?:logs|exec|port-forward|attach|debug)$/;

/** Upper case is no name, and neither is what stands for any name. */
const NAME =
  /^(?!(?:my|your|our|some|the|example|sample|foo|bar|baz|x{2,}|name)(?:[-.]|$))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/** The namespaced objects that a call names in words that do not depend on an expansion. */
export function targetsOf(node: KubectlNode, inventory: Inventory): readonly KubectlTarget[] {
  const path = node.kubectl.path.join(' ');
  const [first, ...rest] = node.kubectl.arguments;
  if (path === 'events') return forFlag(node, inventory);
  if (first?.value === undefined) return [];
  if (BY_POD.test(path)) {
    return first.value.includes('/') ? joined(first, inventory) : target('Pod', first, 0);
  }
  if (!BY_TYPE.test(path) || findFlag(node.kubectl, 'filename', 'kustomize') !== undefined)
    return [];
  if (first.value.includes('/')) {
    return [first, ...rest].flatMap(word => joined(word, inventory));
  }
  const type = typeNamed(first.value, inventory);
  if (type === undefined) return [];
  return names(rest).flatMap(word => target(type, word, 0));
}

/** What follows is a label, a variable or an image. */
function names(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({text}) => /[=/]|-$/.test(text));
  return end === -1 ? words : words.slice(0, end);
}

function forFlag({kubectl}: KubectlNode, inventory: Inventory): readonly KubectlTarget[] {
  const word = findFlag(kubectl, 'for')?.valueWord;
  return word === undefined || word.text.startsWith('-') ? [] : joined(word, inventory);
}

function joined(word: Word, inventory: Inventory): readonly KubectlTarget[] {
  const [, kind = ''] = /^([^/=]+)\/[^/=]+$/.exec(word.value ?? '') ?? [];
  const type = typeNamed(kind, inventory);
  return type === undefined ? [] : target(type, word, kind.length + 1);
}

function typeNamed(word: string, inventory: Inventory): string | undefined {
  const found = word === '' ? undefined : resourceTypeOf(inventory, word);
  return found?.isNamespaced === true ? found.type : undefined;
}

function target(
  type: string,
  {value, text, start, end}: Word,
  from: number,
): readonly KubectlTarget[] {
  const name = value?.slice(from);
  if (name === undefined || !NAME.test(name)) return [];
  return [{type, name, start: text === value ? start + from : start, end}];
}
