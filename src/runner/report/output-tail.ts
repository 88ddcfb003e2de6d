import {printable} from '../../core';
import type {FramedChunk} from './framed-output';

/** The end of an output that is held back, however long it becomes. */
export type OutputTail = {
  readonly push: (chunk: FramedChunk) => void;
  readonly counts: () => Amount;
  /** Of what came last, on one line. */
  readonly lastLine: () => string;
  /** What stays hidden, and what comes behind it. */
  readonly end: () => {readonly hidden: Amount; readonly chunks: readonly FramedChunk[]};
};

type Amount = {readonly lines: number; readonly bytes: number};

/** What of a line is wide enough for any terminal, in bytes. */
const LAST_LINE_BYTES = 400;

export function outputTail(most: Amount): OutputTail {
  let kept: FramedChunk[] = [];
  let keptBytes = 0;
  let lines = 0;
  let bytes = 0;

  function push(chunk: FramedChunk): void {
    lines += countLines(chunk.bytes);
    bytes += chunk.bytes.length;
    // A copy, because a part of a chunk would keep all of it in memory.
    const end = new Uint8Array(chunk.bytes.subarray(-most.bytes));
    kept.push({...chunk, bytes: end});
    keptBytes += end.length;
    while (keptBytes - (kept[0]?.bytes.length ?? 0) >= most.bytes) {
      keptBytes -= kept[0]?.bytes.length ?? 0;
      kept = kept.slice(1);
    }
  }

  return {
    push,
    counts: () => ({lines, bytes}),
    lastLine() {
      const last = Buffer.from(kept.at(-1)?.bytes.subarray(-LAST_LINE_BYTES) ?? []);
      const text = last
        .toString('utf8')
        .replace(/\s+$/, '')
        .split(/[\n\r]/);
      return printable((text.at(-1) ?? '').replaceAll(SEQUENCE, ''));
    },
    end() {
      const chunks = lastLines(kept, {lines: most.lines, isWhole: keptBytes === bytes});
      const shown = chunks.map(chunk => chunk.bytes);
      const shownLines = shown.reduce((sum, part) => sum + countLines(part), 0);
      const shownBytes = shown.reduce((sum, part) => sum + part.length, 0);
      return {hidden: {lines: lines - shownLines, bytes: bytes - shownBytes}, chunks};
    },
  };
}

/** Colours and the like, which a line of status has no room for. */
const SEQUENCE = /\p{Cc}\[[ -?]*[@-~]/gu;

/** From the chunk and the place in it where the last lines begin. */
function lastLines(
  chunks: readonly FramedChunk[],
  {lines, isWhole}: {readonly lines: number; readonly isWhole: boolean},
): readonly FramedChunk[] {
  let missing = lines + 1;
  // The end of the last line is not the beginning of another one.
  let isEnd = true;
  for (let index = chunks.length - 1; index >= 0; index--) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    const {bytes} = chunk;
    let at = bytes.length - (isEnd && bytes.at(-1) === 0x0a ? 1 : 0);
    if (isEnd && bytes.length > 0) missing -= 1;
    isEnd = isEnd && bytes.length === 0;
    while (missing > 0) {
      at = at === 0 ? -1 : bytes.lastIndexOf(0x0a, at - 1);
      if (at === -1) break;
      missing -= 1;
      if (missing === 0) {
        return [{...chunk, bytes: bytes.subarray(at + 1)}, ...chunks.slice(index + 1)];
      }
    }
  }
  return isWhole ? chunks : fromLineStart(chunks);
}

/** What was cut in the middle of a line begins with the next one, if there is a next one. */
function fromLineStart(chunks: readonly FramedChunk[]): readonly FramedChunk[] {
  const [first, ...others] = chunks;
  if (first === undefined) return [];
  const newline = first.bytes.indexOf(0x0a);
  return newline === -1
    ? chunks
    : [{...first, bytes: first.bytes.subarray(newline + 1)}, ...others];
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count++;
  return count;
}
