import {resourcesOf} from '../../kubectl';
import type {ResourceName} from '../../kubectl';
import type {KubectlNode} from '../node';

/** The types that the arguments of `get`, `delete` and the like name; unknown ones are left out. */
export function typesOf({kubectl}: Pick<KubectlNode, 'kubectl'>): readonly ResourceName[] {
  const [first, ...rest] = kubectl.arguments;
  const words = first?.text.includes('/') === true ? [first, ...rest] : [first];
  const found = words.flatMap(word => resourcesOf(literalType(word?.value ?? word?.text ?? '')));
  return found.filter(type => type !== undefined);
}

/** What is certain of `pod/$NAME`: its type. */
function literalType(text: string): string {
  return text.replace(/^["']/, '').replace(/["'$`].*$/s, '');
}
