import type {Input} from '../../core';
import type {ConsentQuestion} from './ask';

/** What a person types to agree to a `destroy`: `kind` says what the name is the name of. */
export type ConsentTarget = {
  readonly kind: 'object' | 'namespace' | 'kube context' | 'step';
  readonly name: string;
};

/**
 * The nearest thing to what will be destroyed: an object that the person gave, else the namespace,
 * else the context. A step that names none of them goes by its own name.
 */
export function consentTarget({
  planned: {step},
  inputs,
  kube,
}: Pick<ConsentQuestion, 'planned' | 'inputs' | 'kube'>): ConsentTarget {
  const valueOf = (type: Input['type']) =>
    inputs.find(({input, given}) => input.type === type && isTypeable(given?.value))?.given?.value;
  const object = valueOf('k8s-name');
  if (object !== undefined) return {kind: 'object', name: object};
  const namespace = valueOf('namespace');
  if (namespace !== undefined) return {kind: 'namespace', name: namespace};
  const isTarget = kube !== null && isTypeable(kube.context);
  return isTarget ? {kind: 'kube context', name: kube.context} : {kind: 'step', name: step.name};
}

/** Enter and `s` have meanings of their own at that question. */
function isTypeable(name: string | undefined): boolean {
  return name !== undefined && name !== 's' && name !== 'skip' && /^[\x21-\x7e]+$/.test(name);
}
