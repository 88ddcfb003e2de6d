import {findFlag} from '../../kubectl';
import type {Word} from '../../shell';
import type {KubectlNode} from '../node';

/** The namespace that a call acts in; empty where it names none and takes that of the context. */
export type KubectlScope = {readonly namespace?: string};

/** Undefined where no manifest can tell: every namespace, another cluster, a shell in a pod, an expansion. */
export function scopeOf({kubectl, layer}: KubectlNode): KubectlScope | undefined {
  const elsewhere = findFlag(kubectl, 'context', 'cluster', 'server', 'kubeconfig', 'help');
  if (layer.away || elsewhere !== undefined || isEverywhere(kubectl)) return undefined;
  const flag = findFlag(kubectl, 'namespace');
  if (flag === undefined) return {};
  return flag.value === undefined || flag.value === '' ? undefined : {namespace: flag.value};
}

function isEverywhere(kubectl: KubectlNode['kubectl']): boolean {
  const flag = findFlag(kubectl, 'all-namespaces');
  return flag !== undefined && flag.value !== 'false';
}

/** Where a value stands in the word that ends with it, as in `-nshop` and `--namespace="shop"`. */
export function valueRange({text, start, end}: Word, value: string) {
  const at = text.lastIndexOf(value);
  return at === -1 ? {start, end} : {start: start + at, end: start + at + value.length};
}
