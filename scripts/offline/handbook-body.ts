import type {Element, ElementContent, Root as HastRoot} from 'hast';
import type {Nodes, Root} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import {visit} from 'unist-util-visit';
import {removeActiveContent} from '../../plugins/docusaurus-runbooks/remove-active-content';
import type {MarkdownDocument, Step} from '../../src/core';

const parser = remark().use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkDirective);

/**
 * A runbook as a part of one long page: every anchor begins with the runbook's slug, every link to
 * another runbook leads to its part. Raw HTML is left out.
 */
export function runbookBody(document: MarkdownDocument, addressOf: AddressOf): HastRoot {
  const tree = parser.parse(document.source);
  const steps = new Map(document.blocks.map(({span, step}) => [span.start.offset, step] as const));
  const {slug} = document.runbook;
  nameAnchors(tree, document);
  rewriteLinks(tree, {slug, addressOf});
  const body = toHast(tree, {
    handlers: {
      containerDirective: (state, node) => ({
        type: 'element',
        tagName: 'aside',
        properties: {className: [node.name]},
        children: state.all(node),
      }),
      // Written with a colon and no directive: `10:30`.
      textDirective: (_, node) => ({type: 'text', value: `:${node.name}`}),
      code: (_, node) =>
        codeFigure(node, {slug, step: steps.get(node.position?.start.offset ?? -1)}),
    },
  });
  const root: HastRoot = body.type === 'root' ? body : {type: 'root', children: []};
  removeActiveContent()(root);
  return root;
}

/** The heading of the runbook becomes one of the long page, and so on down. */
function nameAnchors(tree: Root, {headings, runbook}: MarkdownDocument): void {
  const byOffset = new Map(headings.map(({span, anchor}) => [span.start.offset, anchor]));
  visit(tree, 'heading', node => {
    const anchor = byOffset.get(node.position?.start.offset ?? -1);
    if (node.depth < 6) node.depth++;
    if (anchor !== undefined) {
      node.data = {...node.data, hProperties: {id: `${runbook.slug}--${anchor}`}};
    }
  });
}

/** Where a link without its fragment leads: the part of another runbook, or a page elsewhere. */
export type AddressOf = (path: string) => {readonly slug: string} | {readonly url: string};

function rewriteLinks(
  tree: Root,
  {slug, addressOf}: {readonly slug: string; readonly addressOf: AddressOf},
): void {
  visit(tree, (node: Nodes) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const [path = '', anchor] = node.url.split('#');
    const address = path === '' ? {slug} : addressOf(path);
    if ('slug' in address) {
      node.url = anchor === undefined ? `#${address.slug}` : `#${address.slug}--${anchor}`;
    } else {
      node.url = anchor === undefined ? address.url : `${address.url}#${anchor}`;
    }
  });
}

function codeFigure(
  {value, meta}: {readonly value: string; readonly meta?: string | null | undefined},
  {slug, step}: {readonly slug: string; readonly step: Step | undefined},
): Element {
  const code = element('pre', {}, [element('code', {}, words(value))]);
  const title = step?.title ?? /\btitle="([^"]*)"/.exec(meta ?? '')?.[1];
  if (step === undefined) return element('figure', {}, [...caption([text(title)]), code]);
  const effect = element('b', {className: [step.effect]}, [{type: 'text', value: step.effect}]);
  const parts = [
    effect,
    text(` ${step.name}`),
    text(title === undefined ? undefined : `: ${title}`),
  ];
  return element('figure', {id: `${slug}--${step.name}`}, [...caption(parts), code]);
}

function caption(parts: readonly (ElementContent | undefined)[]): readonly Element[] {
  const there = parts.filter(part => part !== undefined);
  return there.length === 0 ? [] : [element('figcaption', {}, there)];
}

/** Each word that a line could break in, such as `--max-time`, in a piece that does not break. */
function words(value: string): readonly ElementContent[] {
  return value.split(/(\S*-\S*)/).flatMap((part, at): ElementContent[] => {
    if (part === '') return [];
    const piece: ElementContent = {type: 'text', value: part};
    return [at % 2 === 1 && part.length <= LONGEST_UNBROKEN ? element('span', {}, [piece]) : piece];
  });
}

/** In characters; a longer word has to break somewhere on a narrow page. */
const LONGEST_UNBROKEN = 60;

function text(value: string | undefined): ElementContent | undefined {
  return value === undefined ? undefined : {type: 'text', value};
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return {type: 'element', tagName, properties, children: [...children]};
}
