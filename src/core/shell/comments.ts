import type {Region} from './sink';
import type {Comment} from './types';

const BEFORE_COMMENT = /[\s;&|()<>`]/;

/** Comments are what begins with `#` at the start of a word outside every word of the tree. */
export function findComments(region: Region): readonly Comment[] {
  const {source, start, end, place} = region;
  const opaque = region.opaque.toSorted((a, b) => a.start - b.start);
  const comments: Comment[] = [];
  let next = 0;
  let at = start;
  while (at < end) {
    const span = opaque[next];
    if (span !== undefined && span.start <= at) {
      at = Math.max(at, span.end);
      next++;
    } else if (isCommentStart(source, at, start)) {
      const stop = endOfLine(source, at, end);
      comments.push({
        kind: 'comment',
        text: source.slice(at + 1, stop),
        start: place(at),
        end: place(stop),
      });
      at = stop;
    } else {
      at++;
    }
  }
  return comments;
}

function isCommentStart(source: string, at: number, start: number): boolean {
  if (source.charAt(at) !== '#') return false;
  return at === start || BEFORE_COMMENT.test(source.charAt(at - 1));
}

function endOfLine(source: string, at: number, end: number): number {
  const newline = source.indexOf('\n', at);
  return newline === -1 || newline > end ? end : newline;
}
