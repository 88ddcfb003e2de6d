import type {Paragraph, Root} from 'mdast';
import type {Input} from '../../src/core';
import {isInputType} from '../../src/core/inputs';

/** Marks the place on a page where its inputs are filled in, and holds them as JSON. */
export const INPUTS_ATTRIBUTE = 'data-runbook-inputs';

/** Puts an empty section with the inputs below what a page begins with, above its first part. */
export function insertPageInputs(tree: Root, inputs: readonly Input[]): void {
  if (inputs.length === 0) return;
  const firstPart = tree.children.findIndex(
    node => node.type === 'code' || (node.type === 'heading' && node.depth > 1),
  );
  const section: Paragraph = {
    type: 'paragraph',
    children: [],
    data: {hName: 'section', hProperties: {[INPUTS_ATTRIBUTE]: JSON.stringify(inputs)}},
  };
  tree.children.splice(firstPart === -1 ? tree.children.length : firstPart, 0, section);
}

/** The inputs of such a section; none where HTML in a page only looks like one. */
export function readPageInputs(json: unknown): readonly Input[] {
  if (typeof json !== 'string') return [];
  try {
    const inputs: unknown = JSON.parse(json);
    return Array.isArray(inputs) && inputs.every(isInput) ? inputs : [];
  } catch {
    return [];
  }
}

function isInput(value: unknown): value is Input {
  if (typeof value !== 'object' || value === null) return false;
  const {
    name,
    description,
    type,
    values,
    example,
    default: fallback,
    choices,
  } = {...value} as Partial<Record<keyof Input, unknown>>;
  return (
    typeof name === 'string' &&
    /^\w+$/.test(name) &&
    typeof description === 'string' &&
    isInputType(type) &&
    Array.isArray(values) &&
    values.every(choice => typeof choice === 'string') &&
    [example, fallback, choices].every(text => text === null || typeof text === 'string')
  );
}
