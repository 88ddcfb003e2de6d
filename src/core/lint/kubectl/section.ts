import type {Heading, MarkdownDocument} from '../../document';
import type {KubectlNode} from '../node';

/** A half-open range of a file, in UTF-16 offsets. */
export type Section = {readonly start: number; readonly end: number};

/** The section of the procedure that a call belongs to: the page, where the page is one procedure. */
export function sectionOf(node: KubectlNode): Section {
  const {document} = node.script;
  const offset = offsetOf(node);
  const page = {start: 0, end: document.source.length};
  let found = sectionsOf(document).findLast(({start}) => start <= offset);
  while (found?.isPart === true) found = found.parent;
  return found ?? page;
}

/** Where a call stands in its file. */
export function offsetOf({place, command}: KubectlNode): number {
  return place(command.start, command.start).start.offset;
}

export function isWithin({start, end}: Section, node: KubectlNode): boolean {
  const offset = offsetOf(node);
  return start <= offset && offset < end;
}

/** Headings that part one procedure, so that what follows under the next one belongs to it. */
const PART =
  /^\W*(?:\d+\b|step\b|symptom|diagnos|investigat|triage|impact|(?:common |possible )?cause|resol|remed|mitigat|fix|action|procedure|recover|roll ?back|verif|confirm|validat|check|monitor|prevent|follow|after|before|post|pre|clean)/i;

/** A heading's section; part of the one around it where one of its siblings says so. */
type Headed = Section & {readonly parent: Headed | undefined; readonly isPart: boolean};

const known = new WeakMap<MarkdownDocument, readonly Headed[]>();

function sectionsOf(document: MarkdownDocument): readonly Headed[] {
  const sections = known.get(document) ?? buildSections(document);
  known.set(document, sections);
  return sections;
}

function buildSections({headings, source}: MarkdownDocument): readonly Headed[] {
  const parents = parentsOf(headings);
  const parted = new Set(
    headings.flatMap((heading, at) =>
      PART.test(heading.text) ? [groupOf(heading, parents[at])] : [],
    ),
  );
  const ends = endsOf(headings, source.length);
  const sections: Headed[] = [];
  for (const [at, heading] of headings.entries()) {
    const parent = parents[at] ?? -1;
    sections.push({
      start: heading.span.start.offset,
      end: ends[at] ?? source.length,
      parent: sections[parent],
      isPart: parted.has(groupOf(heading, parent)),
    });
  }
  return sections;
}

function groupOf({depth}: Heading, parent: number | undefined): string {
  return `${parent ?? -1} ${depth}`;
}

/** For each heading the index of the nearest one above it that is of a higher level, or -1. */
function parentsOf(headings: readonly Heading[]): readonly number[] {
  const open: number[] = [];
  return headings.map((heading, at) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.depth ?? 0) >= heading.depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(at);
    return parent;
  });
}

function endsOf(headings: readonly Heading[], last: number): readonly number[] {
  const ends = headings.map(() => last);
  const open: number[] = [];
  for (const [at, {depth, span}] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.depth ?? 0) >= depth) {
      ends[open.pop() ?? 0] = span.start.offset;
    }
    open.push(at);
  }
  return ends;
}
