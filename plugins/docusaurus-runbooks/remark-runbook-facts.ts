import type {Root, RootContent} from 'mdast';
import type {Transformer} from 'unified';
import {factsFile} from './facts-file';

type JsxElement = Extract<RootContent, {type: 'mdxJsxFlowElement'}>;

/**
 * Puts `RunbookFacts` on top of a runbook. Its data is a module that the bundler knows of: a page
 * from a warm cache shows what the rules say now.
 */
export function remarkRunbookFacts(): Transformer<Root> {
  return (tree, file) => {
    const document = file.data.runbookDocument;
    if (document?.isRunbook !== true || isPartial(document.path)) return;
    const head: JsxElement = {
      type: 'mdxJsxFlowElement',
      name: 'RunbookFacts',
      attributes: [
        requireAttribute(
          'facts',
          `@generated/docusaurus-runbooks/default/${factsFile(document.path)}`,
        ),
      ],
      children: [],
    };
    const start = tree.children.findIndex(({type}) => type !== 'yaml');
    tree.children.splice(start === -1 ? tree.children.length : start, 0, head);
  };
}

/** Docusaurus publishes no page of it, so nothing was written of it. */
function isPartial(path: string): boolean {
  return path.split('/').some(part => part.startsWith('_'));
}

/** `name={require("…")}`, as text and as the tree that the compiler takes. */
function requireAttribute(name: string, path: string): JsxElement['attributes'][number] {
  const raw = JSON.stringify(path);
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: `require(${raw})`,
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          body: [
            {
              type: 'ExpressionStatement',
              expression: {
                type: 'CallExpression',
                callee: {type: 'Identifier', name: 'require'},
                arguments: [{type: 'Literal', value: path, raw}],
                optional: false,
              },
            },
          ],
        },
      },
    },
  };
}
