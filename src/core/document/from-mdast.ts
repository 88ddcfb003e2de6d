import type {
  Code,
  Heading as HeadingNode,
  Html,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Yaml,
} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {promqlInputs} from '../promql';
import {readBlock} from './block';
import {readFrontMatter} from './front-matter';
import {readHeadings} from './headings';
import {htmlAnchors, htmlComments} from './html';
import {isMdxExpression, mdxComments} from './mdx-comments';
import type {MdxExpression} from './mdx-comments';
import type {Input} from './input';
import type {Block, Link, LocatedStep, MarkdownDocument, RawHtml} from './markdown-document';
import type {ParseOptions} from './parse';
import {BOLD_DEPTH} from './phase';
import type {PhaseHeading} from './phase';
import {indexPlaces} from './place';
import type {PlaceIndex, Span} from './place';
import {slugOf} from './slug';
import {readStep} from './step';
import {readTasks} from './tasks';

/**
 * All meaning of a Markdown file, whoever parsed it. `source` must be the text that `tree` was
 * made from, without a byte order mark.
 */
export function fromMdast(
  tree: Root,
  source: string,
  {path, inputs: shared = []}: ParseOptions,
): MarkdownDocument {
  const places = indexPlaces(source);
  const nodes = gather(tree);
  const facts = nodes.yaml && readFrontMatter(source, places, yamlRange(nodes.yaml, places));
  const headings = readHeadings(nodes.headings, places);
  const phaseHeadings = phaseHeadingsOf(nodes);
  const slug = facts?.slug ?? slugOf(path);
  const declared = facts?.inputs ?? [];
  const own = new Set(declared.map(({name}) => name));
  const others = shared.filter(({name}) => !own.has(name));
  const inputNames = new Set([...declared, ...others].map(({name}) => name));
  const context = {slug, inputs: inputNames, places};

  const blocks: Block[] = [];
  const tagged: LocatedStep[] = [];
  const problems = [...(facts?.problems ?? [])];
  for (const node of nodes.codes) {
    const read = readBlock(node, source, {places, headings: phaseHeadings});
    const {step, nameSpan, problems: tagProblems} = readStep(read, context);
    // A copy by `...` would parse every script at once.
    const block: Block = Object.assign(read.block, {step});
    blocks.push(block);
    problems.push(...read.problems, ...tagProblems);
    if (step && nameSpan) tagged.push({kind: 'step', step, span: block.span, nameSpan, block});
  }
  const isRunbook = facts?.frontMatter.declaresRunbook === true || tagged.length > 0;
  const written = [...headings.map(({anchor}) => anchor), ...tagged.map(({step}) => step.name)];
  const manual = isRunbook
    ? readTasks(nodes.tasks, source, {...context, headings: phaseHeadings, taken: written})
    : [];
  const steps = [...tagged, ...manual].sort((a, b) => a.span.start.offset - b.span.start.offset);
  const inputs = [...declared, ...usedInputs(others, blocks)];
  const title = facts?.title ?? headings.find(({depth}) => depth === 1)?.text ?? slug;

  return {
    kind: 'document',
    path,
    source,
    places,
    frontMatter: facts?.frontMatter,
    headings,
    blocks,
    steps,
    inputs: facts?.locatedInputs ?? [],
    links: nodes.links.map(node => toLink(node, places)),
    anchors: new Set([
      ...written,
      ...manual.map(({step}) => step.name),
      ...nodes.html.flatMap(({value}) => htmlAnchors(value)),
    ]),
    comments: [
      ...nodes.html.flatMap(node => htmlComments(node, places)),
      ...nodes.expressions.flatMap(node => mdxComments(node, places)),
    ],
    html: nodes.html.map(node => rawHtml(node, source, places)),
    problems,
    isRunbook,
    runbook: {
      slug,
      title,
      description: facts?.description ?? null,
      path,
      alerts: facts?.alerts ?? [],
      severity: facts?.severity ?? null,
      inputs,
      steps: steps.map(({step}) => step),
    },
  };
}

/** Of the inputs of a project, a page has those that its blocks refer to, and what these need. */
function usedInputs(inputs: readonly Input[], blocks: readonly Block[]): readonly Input[] {
  if (inputs.length === 0) return [];
  const used = new Set(
    blocks.flatMap(({shell, family, text}) =>
      family === 'promql'
        ? promqlInputs(text).map(({name}) => name)
        : (shell?.variables.map(({name}) => name) ?? []),
    ),
  );
  // A choices command may refer to the inputs before it.
  for (const {name, choices} of inputs.toReversed()) {
    if (!used.has(name)) continue;
    for (const [, other = ''] of (choices ?? '').matchAll(/\$\{?(\w+)/g)) used.add(other);
  }
  return inputs.filter(({name}) => used.has(name));
}

type LinkNode = Extract<Nodes, {url: string}>;

type Gathered = {
  yaml: Yaml | undefined;
  readonly codes: Code[];
  readonly headings: HeadingNode[];
  readonly bold: Paragraph[];
  readonly tasks: ListItem[];
  readonly links: LinkNode[];
  readonly html: Html[];
  readonly expressions: MdxExpression[];
};

function gather(tree: Root): Gathered {
  const found: Gathered = {
    yaml: undefined,
    codes: [],
    headings: [],
    bold: [],
    tasks: [],
    links: [],
    html: [],
    expressions: [],
  };
  visit(tree, node => {
    if (node.type === 'yaml') found.yaml ??= node;
    else if (node.type === 'code') found.codes.push(node);
    else if (node.type === 'heading') found.headings.push(node);
    else if (node.type === 'paragraph' && isBold(node)) found.bold.push(node);
    else if (node.type === 'listItem' && typeof node.checked === 'boolean') found.tasks.push(node);
    else if ('url' in node) found.links.push(node);
    else if (node.type === 'html') found.html.push(node);
    else if (isMdxExpression(node)) found.expressions.push(node);
  });
  return found;
}

/** `**Diagnosis:**` alone on its line does the work of a heading in many runbooks. */
function isBold(node: Paragraph): boolean {
  return node.children[0]?.type === 'strong' && node.children.length === 1;
}

function phaseHeadingsOf({headings, bold}: Gathered): readonly PhaseHeading[] {
  const all = [...headings, ...bold].map(node => ({
    depth: node.type === 'heading' ? node.depth : BOLD_DEPTH,
    text: toString(node),
    offset: node.position?.start.offset ?? 0,
  }));
  return all.sort((a, b) => a.offset - b.offset);
}

/** The offsets of the YAML itself, without its `---` lines. */
function yamlRange(node: Yaml, places: PlaceIndex): {readonly start: number; readonly end: number} {
  const start = places.lineStart((node.position?.start.line ?? 1) + 1);
  return {start, end: places.lineStart(node.position?.end.line ?? 1)};
}

function toLink(node: LinkNode, places: PlaceIndex): Link {
  return {
    kind: 'link',
    url: node.url,
    image: node.type === 'image',
    span: spanOf(node, places),
  };
}

/** As written: in the value of a node, the lines have lost what their container puts before them. */
function rawHtml(node: Html, source: string, places: PlaceIndex): RawHtml {
  const span = spanOf(node, places);
  return {kind: 'html', text: source.slice(span.start.offset, span.end.offset), span};
}

function spanOf({position}: Nodes, places: PlaceIndex): Span {
  return places.span(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
