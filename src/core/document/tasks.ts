import GithubSlugger from 'github-slugger';
import type {ListItem} from 'mdast';
import {hashOf} from './hash';
import type {LocatedStep} from './markdown-document';
import {phaseAt} from './phase';
import type {PhaseHeading} from './phase';
import {plainText} from './plain-text';
import type {StepContext} from './step';

const LONGEST_NAME = 60;

/** Turns the task-list items of a page into manual steps, named by their texts. */
export function readTasks(
  items: readonly ListItem[],
  source: string,
  {
    slug,
    places,
    headings,
    taken,
  }: StepContext & {
    readonly headings: readonly PhaseHeading[];
    /** Anchors that are in use on the page. */
    readonly taken: Iterable<string>;
  },
): readonly LocatedStep[] {
  const slugger = new GithubSlugger();
  for (const anchor of taken) slugger.occurrences[anchor] = 0;
  return items.map(item => {
    const start = item.position?.start.offset ?? 0;
    const end = item.children[0]?.position?.end.offset ?? item.position?.end.offset ?? start;
    const paragraph = item.children[0];
    const text = paragraph ? plainText(paragraph, source).replace(/\s+/g, ' ').trim() : '';
    const name = slugger.slug(shorten(text)) || slugger.slug('task');
    const span = places.span(start, end);
    const nameStart = paragraph?.position?.start.offset ?? start;
    return {
      kind: 'step',
      span,
      nameSpan: places.span(nameStart, end),
      block: undefined,
      step: {
        kind: 'manual',
        id: `${slug}#${name}`,
        name,
        phase: phaseAt(headings, start),
        effect: 'read',
        traits: [],
        line: span.start.line,
        hash: hashOf(['manual', text]),
        title: null,
        inputs: [],
        text,
      },
    };
  });
}

/** Cuts a long text between two words, so that its anchor stays readable. */
function shorten(text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  const cut = text.lastIndexOf(' ', LONGEST_NAME);
  return text.slice(0, cut > 0 ? cut : LONGEST_NAME);
}
