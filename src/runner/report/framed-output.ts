import type {Writable} from 'node:stream';
import {write} from './write';

export type Screen = Writable & {readonly isTTY?: boolean; readonly columns?: number};

/** Where the output of steps and the talk about them meet; each keeps to lines of its own. */
export type FramedOutput = {
  /** Output of a step: behind a bar on a terminal, byte for byte elsewhere. */
  readonly output: (chunk: FramedChunk) => Promise<void>;
  /** Lines about the run. */
  readonly talk: (lines: readonly string[]) => Promise<void>;
  /** A line that the next one replaces; nothing where that cannot be. */
  readonly status: (line: string) => Promise<void>;
};

export type FramedChunk = {
  readonly stream: 'stdout' | 'stderr';
  readonly bytes: Uint8Array;
  /** Stands before every line on a terminal. */
  readonly bar: string;
};

const CLEAR_LINE = '\r\u001B[2K';

export function framedOutput(screens: {
  readonly stdout: Screen;
  readonly stderr: Screen;
}): FramedOutput {
  /** Whose unfinished line the cursor of the terminal stands in. */
  let open: {readonly stream: 'stdout' | 'stderr'; readonly bar: string} | null = null;
  let hasStatus = false;

  async function clearStatus(): Promise<void> {
    if (!hasStatus) return;
    hasStatus = false;
    await write(screens.stderr, CLEAR_LINE);
  }

  async function closeLine(): Promise<void> {
    await clearStatus();
    if (open === null) return;
    const {stream} = open;
    open = null;
    await write(screens[stream], '\n');
  }

  return {
    async output({stream, bytes, bar}) {
      const screen = screens[stream];
      if (screen.isTTY !== true) return write(screen, bytes);
      const goesOn = open !== null && open.stream === stream && open.bar === bar;
      if (!goesOn) await closeLine();
      const text = Buffer.from(bytes).toString('latin1');
      open = text.endsWith('\n') ? null : {stream, bar};
      await write(screen, Buffer.from(withBar(text, bar, {goesOn}), 'latin1'));
    },
    async talk(lines) {
      await closeLine();
      await write(screens.stderr, lines.map(line => `${line}\n`).join(''));
    },
    async status(line) {
      if (screens.stderr.isTTY !== true) return;
      if (open !== null) await closeLine();
      hasStatus = true;
      const {columns = 0} = screens.stderr;
      const width = (columns > 0 ? columns : 80) - 1;
      await write(screens.stderr, CLEAR_LINE + [...line].slice(0, width).join(''));
    },
  };
}

/** One character a byte, so that output that is no UTF-8 passes unharmed. */
function withBar(text: string, bar: string, {goesOn}: {readonly goesOn: boolean}): string {
  const binaryBar = Buffer.from(bar, 'utf8').toString('latin1');
  const body = text.replace(/\n(?=[^])/g, `\n${binaryBar.replaceAll('$', '$$$$')}`);
  return goesOn ? body : binaryBar + body;
}
