import type {Element, Root} from 'hast';
import {SKIP, visit} from 'unist-util-visit';

const activeElements = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'meta',
  'link',
  'style',
  'form',
]);
const urlProperties = ['href', 'src', 'action', 'formAction', 'xLinkHref', 'poster', 'data'];

/** Removes from a page what could run or load code: Markdown may hold any HTML. */
export function removeActiveContent() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      // Of MDX only the JSX is untouched: it is code by nature.
      if (node.type !== 'element') return undefined;
      if (activeElements.has(node.tagName) && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      removeActiveProperties(node);
      return undefined;
    });
  };
}

function removeActiveProperties({properties}: Element): void {
  for (const name of Object.keys(properties)) {
    if (/^on/i.test(name) || name === 'srcDoc') delete properties[name];
  }
  for (const name of urlProperties) {
    if (isActiveUrl(properties[name])) delete properties[name];
  }
}

/** Browsers skip control characters and space in front of and inside a scheme. */
function isActiveUrl(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  // eslint-disable-next-line no-control-regex
  const url = value.replace(/[\u0000-\u0020]+/g, '').toLowerCase();
  return (
    /^(?:javascript|vbscript|data):/.test(url) &&
    !/^data:image\/(?:png|jpe?g|gif|webp)[;,]/.test(url)
  );
}
