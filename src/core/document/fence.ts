import type {PlaceIndex} from './place';

/** How a code block is written in the file, which its syntax tree no longer tells. */
export type Fence = {
  readonly fenced: boolean;
  /** True for an indented block, which needs no closing fence. */
  readonly closed: boolean;
  /** The info string as written, and where it begins. */
  readonly info: string;
  readonly infoStart: number;
  /** The line of the file that holds the first line of the content. */
  readonly firstLine: number;
};

/** Reads the fence of the code block that stands between two offsets of the file. */
export function readFence(
  source: string,
  places: PlaceIndex,
  {start, end}: {readonly start: number; readonly end: number},
): Fence {
  const startLine = places.point(start).line;
  const opening = source.slice(start, places.lineStart(startLine) + places.line(startLine).length);
  const marker = /^(`{3,}|~{3,})[ \t]*/.exec(opening);
  if (marker?.[1] === undefined) {
    return {fenced: false, closed: true, info: '', infoStart: start, firstLine: startLine};
  }
  const lastLine = places.point(end).line;
  return {
    fenced: true,
    closed: lastLine > startLine && closes(places.line(lastLine), marker[1]),
    info: opening.slice(marker[0].length).trimEnd(),
    infoStart: start + marker[0].length,
    firstLine: startLine + 1,
  };
}

/** A closing fence stands alone on its line, behind quote signs at most. */
function closes(line: string, marker: string): boolean {
  const fence = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1] ?? '';
  return fence[0] === marker[0] && fence.length >= marker.length;
}
