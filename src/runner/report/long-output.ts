import type {FramedChunk, FramedOutput} from './framed-output';
import {outputTail} from './output-tail';
import type {OutputTail} from './output-tail';
import {formatCount, formatSize} from './size-words';

/** What a terminal shows of a step before it holds the rest back: whatever comes first. */
const HEAD = {lines: 200, bytes: 65_536} as const;

/** What it shows of what was held back, when the step has ended. */
const TAIL = {lines: 50, bytes: 16_384} as const;

export type StepChunk = FramedChunk & {readonly step: string};

/** The output of steps on a terminal: the head as it comes, the tail at the end, and what lies between counted. */
export type LongOutput = {
  readonly output: (chunk: StepChunk) => Promise<void>;
  /** Shows the tail of a step that has ended. */
  readonly end: (step: string) => Promise<void>;
};

type StepOutput = {
  lines: number;
  bytes: number;
  held: OutputTail | null;
  readonly bars: Set<string>;
};

export function longOutput(
  screen: FramedOutput,
  {
    isTerminal,
    whereAllIs,
  }: {
    readonly isTerminal: (stream: FramedChunk['stream']) => boolean;
    /** Says where a person finds all of the output of a step; null where it is kept nowhere. */
    readonly whereAllIs: (step: string) => string | null;
  },
): LongOutput {
  const steps = new Map<string, StepOutput>();

  async function hold(held: OutputTail, chunk: FramedChunk): Promise<void> {
    held.push(chunk);
    const {lines, bytes} = held.counts();
    await screen.status(`  ┆ ${amountWords(lines, bytes)} held back, now: ${held.lastLine()}`);
  }

  return {
    async output({step, ...chunk}) {
      if (!isTerminal(chunk.stream)) return screen.output(chunk);
      const state = steps.get(step) ?? {lines: 0, bytes: 0, held: null, bars: new Set()};
      steps.set(step, state);
      state.bars.add(chunk.bar);
      if (state.held !== null) return hold(state.held, chunk);
      const {end, lines} = endOfHead(chunk.bytes, state);
      state.lines += lines;
      state.bytes += end;
      if (end > 0) await screen.output({...chunk, bytes: chunk.bytes.subarray(0, end)});
      if (end === chunk.bytes.length) return undefined;
      state.held = outputTail(TAIL);
      return hold(state.held, {...chunk, bytes: chunk.bytes.subarray(end)});
    },
    async end(step) {
      const {held, bars} = steps.get(step) ?? {held: null, bars: []};
      steps.delete(step);
      if (held !== null) {
        const {hidden, chunks} = held.end();
        if (hidden.bytes > 0) {
          const where = whereAllIs(step);
          const rest = where === null ? '' : `; all of it: ${where}`;
          await screen.talk([`  ┆ ${amountWords(hidden.lines, hidden.bytes)} not shown${rest}`]);
        }
        for (const chunk of chunks) await screen.output(chunk);
      }
      for (const bar of bars) await screen.endOutput(bar);
    },
  };
}

/** How much of a chunk still belongs to the head. */
function endOfHead(
  bytes: Uint8Array,
  shown: {readonly lines: number; readonly bytes: number},
): {readonly end: number; readonly lines: number} {
  const most = Math.min(bytes.length, HEAD.bytes - shown.bytes);
  let end = 0;
  for (let lines = 0; shown.lines + lines < HEAD.lines; lines++) {
    const newline = bytes.indexOf(0x0a, end);
    if (newline === -1 || newline >= most) return {end: most, lines};
    end = newline + 1;
  }
  return {end, lines: HEAD.lines - shown.lines};
}

function amountWords(lines: number, bytes: number): string {
  const size = formatSize(bytes);
  if (lines === 0) return size;
  return `${formatCount(lines)} ${lines === 1 ? 'line' : 'lines'} (${size})`;
}
