import type {Code, ListItem, Root} from 'mdast';
import type {Transformer} from 'unified';
import {visit} from 'unist-util-visit';
import {formatPromql, fromMdast, inputUses, parsePromql} from '../../src/core';
import type {Block, Input, LocatedStep, MarkdownDocument, Runbook, Step} from '../../src/core';
import {attributeNames, stepAttributes} from './attributes';
import {insertPageInputs} from './page-inputs';

export type RemarkRunbookOptions = {
  /** The folder that paths in the registry count from; the working directory by default. */
  readonly root?: string;
  /** Inputs that every page may use without declaring them. */
  readonly inputs?: readonly Input[];
};

declare module 'vfile' {
  interface DataMap {
    runbook: Runbook;
    runbookDocument: MarkdownDocument;
  }
}

/**
 * Reads the runbook of a page into `file.data.runbook` and marks its steps, so that HTML made from
 * the tree carries them as `data-step-*` attributes. Works in every unified pipeline whose parser
 * reads front matter.
 */
export function remarkRunbook({root, inputs}: RemarkRunbookOptions = {}): Transformer<Root> {
  return (tree, file) => {
    const source = String(file.value).replace(/^\uFEFF/, '');
    const path = relative(file.path ?? '', root ?? file.cwd);
    const document = fromMdast(tree, source, {path, ...(inputs && {inputs})});
    file.data.runbook = document.runbook;
    file.data.runbookDocument = document;
    annotate(tree, document.steps);
    insertPageInputs(tree, document.runbook.inputs);
  };
}

function annotate(tree: Root, steps: readonly LocatedStep[]): void {
  const byOffset = new Map(steps.map(located => [located.span.start.offset, located]));
  visit(tree, node => {
    if (node.type !== 'code' && node.type !== 'listItem') return;
    const located = byOffset.get(node.position?.start.offset ?? -1);
    if (located === undefined) return;
    const {step, block} = located;
    if (node.type === 'code' && block !== undefined) markBlock(node, step, block);
    if (node.type === 'listItem' && block === undefined) mark(node, stepAttributes(step));
  });
}

function markBlock(node: Code, step: Step, block: Block): void {
  const text = step.kind === 'query' ? formatQuery(block) : block.text;
  if (step.kind === 'query') node.value = text;
  mark(node, stepAttributes(step, inputUses(step, {text, shell: block.shell})));
}

/** As our printer lays it out; a query with a comment or a mistake is the author's to lay out. */
function formatQuery({text}: Block): string {
  const {expr, errors} = parsePromql(text);
  return expr === undefined || errors.length > 0 || text.includes('#') ? text : formatPromql(expr);
}

/** Only strings survive on the way to HTML and to the properties of components. */
function mark(node: Code | ListItem, attributes: Readonly<Record<string, string>>): void {
  const id = node.type === 'listItem' ? {id: attributes[attributeNames.name]} : {};
  node.data = {...node.data, hProperties: {...node.data?.hProperties, ...attributes, ...id}};
}

function relative(path: string, root: string): string {
  const [file, folder] = [path, root].map(part => part.replaceAll('\\', '/'));
  if (file === undefined || folder === undefined) return path;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return file.startsWith(prefix) ? file.slice(prefix.length) : file;
}
