import {indexPlaces} from './place';
import type {PlaceIndex, Span} from './place';

/** Turns a range of a block's text into a place in the file. */
export type BlockPlaces = (start: number, end: number) => Span;

/**
 * Markdown strips indents, list markers and quote signs from the lines of a block, and turns a
 * tab that it splits into spaces. Each line of the text is therefore found from its end, where
 * the file and the text agree.
 */
export function placeBlock(
  text: string,
  places: PlaceIndex,
  {firstLine}: {readonly firstLine: number},
): BlockPlaces {
  const own = indexPlaces(text);
  const toFile = (offset: number): number => {
    const {line, column} = own.point(offset);
    const behind = own.lineEnd(line) - own.lineStart(line) - (column - 1);
    const fileLine = firstLine + line - 1;
    const fileStart = places.lineStart(fileLine);
    return Math.max(fileStart, places.lineEnd(fileLine) - Math.max(0, behind));
  };
  return (start, end) => places.span(toFile(start), Math.max(toFile(start), toFile(end)));
}
