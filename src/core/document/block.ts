import type {Code} from 'mdast';
import {normalizeScript, parseShell} from '../shell';
import type {NormalizedScript, Shell} from '../shell';
import {placeBlock} from './block-places';
import {readFence} from './fence';
import {readInfoString} from './info-string';
import type {Tag} from './info-string';
import type {Block} from './markdown-document';
import {phaseAt} from './phase';
import type {PhaseHeading} from './phase';
import type {PlaceIndex, Span} from './place';
import type {Problem} from './problem';

/** A code block before it is known whether it is a step. */
export type ReadBlock = {
  readonly block: Omit<Block, 'step'>;
  readonly tag: Tag | undefined;
  /** Turns a range of the info string into a place in the file. */
  readonly infoPlace: (start: number, end: number) => Span;
  readonly problems: readonly Problem[];
};

/** Languages whose tagged blocks are steps, and others that hold shell commands to be read. */
const FAMILIES: Readonly<Record<string, Block['family'] | undefined>> = {
  bash: 'shell',
  sh: 'shell',
  shell: 'shell',
  console: 'shell',
  'shell-session': 'shell',
  shellsession: 'shell',
  'sh-session': 'shell',
  terminal: 'shell',
  promql: 'promql',
};

/** Languages in which a line without a prompt is output. */
const SESSIONS = new Set(['console', 'shell-session', 'shellsession', 'sh-session', 'terminal']);

export function readBlock(
  node: Code,
  source: string,
  {places, headings}: {readonly places: PlaceIndex; readonly headings: readonly PhaseHeading[]},
): ReadBlock {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const fence = readFence(source, places, {start, end});
  const {language, tag, meta} = readInfoString(fence.info);
  const family = FAMILIES[language.toLowerCase()] ?? 'other';
  const infoPlace = (from: number, to: number) =>
    places.span(fence.infoStart + from, fence.infoStart + to);
  // A script with the line endings of Windows would run `ls\r`.
  const text = node.value.replace(/\r\n?/g, '\n');
  const normalized = family === 'shell' ? normalize(text, {language, tag}) : undefined;
  const block: Omit<Block, 'step'> = {
    kind: 'block',
    language: language.toLowerCase(),
    family,
    fenced: fence.fenced,
    closed: fence.closed,
    text,
    span: places.span(start, end),
    infoSpan:
      fence.info === '' ? places.span(start, fence.infoStart) : infoPlace(0, fence.info.length),
    meta,
    phase: phaseAt(headings, start),
    place: placeBlock(text, places, {firstLine: fence.firstLine}),
    normalized,
    get shell() {
      return normalized && shellOf(normalized);
    },
  };
  return {block, tag, infoPlace, problems: fence.closed ? [] : [unclosed(block, fence.info)]};
}

function normalize(
  text: string,
  {language, tag}: {readonly language: string; readonly tag: Tag | undefined},
): NormalizedScript {
  return normalizeScript(text, {
    kind: SESSIONS.has(language.toLowerCase()) ? 'session' : 'script',
    runnable: tag?.entries.some(({key}) => key === 'name') === true,
  });
}

/** The scripts parsed last, so that the trees of a large project need not be held at once. */
const recent = new Map<NormalizedScript, Shell>();
const MOST_RECENT = 200;

function shellOf(script: NormalizedScript): Shell {
  const known = recent.get(script);
  if (known !== undefined) return known;
  const [oldest] = recent.keys();
  if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  const shell = parseShell(script.text);
  recent.set(script, shell);
  return shell;
}

function unclosed(block: Omit<Block, 'step'>, info: string): Problem {
  return {
    kind: 'problem',
    code: 'unclosed-fence',
    span: block.infoSpan,
    found: info,
    expected: 'a closing fence',
  };
}
