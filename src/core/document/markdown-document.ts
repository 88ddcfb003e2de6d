import type {NormalizedScript, Shell} from '../shell';
import type {PlaceIndex, Span} from './place';
import type {Problem} from './problem';
import type {Phase, Runbook, Step} from './runbook';

/** Everything that one Markdown file says, with places in the file as saved. */
export type MarkdownDocument = {
  readonly kind: 'document';
  readonly path: string;
  readonly source: string;
  readonly places: PlaceIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  /** The steps of the runbook in document order, each with its place. */
  readonly steps: readonly LocatedStep[];
  readonly inputs: readonly LocatedInput[];
  readonly links: readonly Link[];
  /** Every fragment that a link can point at: headings, steps, and HTML ids. */
  readonly anchors: ReadonlySet<string>;
  readonly comments: readonly Comment[];
  /** Every piece of raw HTML, comments included. */
  readonly html: readonly RawHtml[];
  readonly problems: readonly Problem[];
  /** True where front matter has a `runbook:` key or a block is tagged; other pages are prose. */
  readonly isRunbook: boolean;
  readonly runbook: Runbook;
};

export type FrontMatter = {
  readonly span: Span;
  /** The place of the value at a path such as `['runbook', 'alert']`; of the key, if it has none. */
  readonly placeOf: (path: readonly PropertyKey[]) => Span;
  /** What the YAML says, unchecked. */
  readonly data: unknown;
  /** True where a `runbook:` key declares the page a runbook. */
  readonly declaresRunbook: boolean;
};

export type Heading = {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly anchor: string;
  readonly span: Span;
};

/** A code block, fenced or indented, tagged or not. */
export type Block = {
  readonly kind: 'block';
  /** The language as written, in lower case; empty if there is none. */
  readonly language: string;
  readonly family: 'shell' | 'promql' | 'other';
  readonly fenced: boolean;
  /** False for a fence that ends with its container and not with a closing fence. */
  readonly closed: boolean;
  /** The content without the indent and the fence. */
  readonly text: string;
  readonly span: Span;
  /** The place of the info string; of the opening fence, if it has none. */
  readonly infoSpan: Span;
  /** What follows language and tag in the info string. */
  readonly meta: string;
  readonly phase: Phase | null;
  /** Turns a range of `text` into a place in the file. */
  readonly place: (start: number, end: number) => Span;
  /** A shell block's text as bash can read it; tells prompts, output and placeholders. */
  readonly normalized: NormalizedScript | undefined;
  /** The parsed script of a shell block, from its normalized text. */
  readonly shell: Shell | undefined;
  /** The step that the block is, if it is tagged. */
  readonly step: Step | undefined;
};

export type LocatedStep = {
  readonly kind: 'step';
  readonly step: Step;
  readonly span: Span;
  /** Where the name is written; of a manual step, its text. */
  readonly nameSpan: Span;
  readonly block: Block | undefined;
};

export type LocatedInput = {readonly kind: 'input'; readonly name: string; readonly span: Span};

/** A link, an image or a definition. */
export type Link = {
  readonly kind: 'link';
  readonly url: string;
  readonly image: boolean;
  readonly span: Span;
};

/** An HTML comment, or an MDX one; `text` is what stands between its delimiters. */
export type Comment = {readonly kind: 'comment'; readonly text: string; readonly span: Span};

/** HTML as written; in a paragraph each tag is one piece, elsewhere a piece has whole lines. */
export type RawHtml = {readonly kind: 'html'; readonly text: string; readonly span: Span};
