import type {Word} from '../../shell';
import type {KubectlNode} from '../node';
import {pathOf} from './call';

/** A resource type as a call names it, with its place in the script. */
export type ResourceWord = {readonly type: string; readonly start: number; readonly end: number};

/** Take a type and names, or `type/name` as often as they like. */
const BY_TYPE =
  /^(?:get|describe|delete|edit|patch|label|annotate|scale|autoscale|expose|wait|explain|rollout \w+|set (?:env|image|resources|selector|serviceaccount))$/;
/** Take a pod, or one `type/name`. */
const BY_POD = /^(?:logs|exec|port-forward|attach|debug)$/;

/** The types that the arguments of a call name, as far as they are written out. */
export function resourceWords(node: KubectlNode): readonly ResourceWord[] {
  const {kubectl} = node;
  const path = pathOf(node);
  const [first, ...rest] = kubectl.arguments;
  if (first === undefined) return [];
  if (BY_POD.test(path)) return first.text.includes('/') ? typesIn(first) : [];
  if (!BY_TYPE.test(path)) return [];
  return first.text.includes('/') ? [first, ...targetsOf(rest)].flatMap(typesIn) : typesIn(first);
}

/** What follows the targets are labels, variables and images. */
function targetsOf(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({text}) => /=|-$/.test(text) || !text.includes('/'));
  return end === -1 ? words : words.slice(0, end);
}

/** `deploy,svc` and the `pod` of `pod/web` and `pod/$NAME`; nothing of a word with quotes inside. */
function typesIn({text, value, start}: Word): readonly ResourceWord[] {
  const [written = ''] = text.split('/');
  if (text === written && value !== text) return [];
  return Array.from(written.matchAll(/[^,]+/g), ({0: type, index}) => ({
    type,
    start: start + index,
    end: start + index + type.length,
  }));
}
