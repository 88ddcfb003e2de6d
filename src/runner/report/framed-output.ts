import type {Writable} from 'node:stream';
import {columnsOf, lineStates} from './line-states';
import {terminalText} from './terminal-text';
import type {TerminalText} from './terminal-text';
import {write} from './write';

export type Screen = Writable & {readonly isTTY?: boolean; readonly columns?: number};

/** Where the output of steps and the talk about them meet; each keeps to lines of its own. */
export type FramedOutput = {
  /** Output of a step: behind a bar and made harmless on a terminal, byte for byte elsewhere. */
  readonly output: (chunk: FramedChunk) => Promise<void>;
  /** Shows what was held back behind a bar, and forgets its colours. */
  readonly endOutput: (bar: string) => Promise<void>;
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

/** The unfinished line that the cursor of the terminal stands in. */
type OpenLine = {
  readonly stream: 'stdout' | 'stderr';
  readonly bar: string;
  /** What was written to it, the bar too. */
  readonly shown: string;
};

const CLEAR_LINE = '\r\u001B[2K';
const RESET = '\u001B[0m';

export function framedOutput(screens: {
  readonly stdout: Screen;
  readonly stderr: Screen;
}): FramedOutput {
  const texts = new Map<string, TerminalText>();
  let open: OpenLine | null = null;
  let hasStatus = false;

  async function clearStatus(): Promise<void> {
    if (!hasStatus) return;
    hasStatus = false;
    await write(screens.stderr, CLEAR_LINE);
  }

  async function closeLine(): Promise<void> {
    await clearStatus();
    if (open === null) return;
    const {stream, shown} = open;
    open = null;
    await write(screens[stream], shown.includes('\u001B') ? `${RESET}\n` : '\n');
  }

  async function show(
    shown: string,
    {stream, bar, colour}: Omit<FramedChunk, 'bytes'> & {readonly colour: string},
  ): Promise<void> {
    if (shown === '') return;
    const goesOn = open !== null && open.stream === stream && open.bar === bar;
    if (!goesOn) await closeLine();
    const screen = screens[stream];
    const begun = open?.shown ?? '';
    const {text, line} = lineStates(shown, {
      bar,
      // A line that was interrupted goes on in its colour.
      line: goesOn ? begun : null,
      colour,
      isOneRow: columnsOf(begun) < widthOf(screen),
    });
    open = line === null ? null : {stream, bar, shown: line};
    await write(screen, text);
  }

  return {
    async output({stream, bytes, bar}) {
      const screen = screens[stream];
      if (screen.isTTY !== true) return write(screen, bytes);
      const key = `${stream} ${bar}`;
      const text = texts.get(key) ?? terminalText();
      texts.set(key, text);
      const colour = text.colour();
      await show(text.push(bytes), {stream, bar, colour});
    },
    async endOutput(bar) {
      for (const stream of ['stdout', 'stderr'] as const) {
        const key = `${stream} ${bar}`;
        const text = texts.get(key);
        if (text === undefined) continue;
        await show(text.end(), {stream, bar, colour: text.colour()});
        texts.delete(key);
      }
    },
    async talk(lines) {
      await closeLine();
      await write(screens.stderr, lines.map(line => `${line}\n`).join(''));
    },
    async status(line) {
      if (screens.stderr.isTTY !== true) return;
      if (open !== null) await closeLine();
      hasStatus = true;
      const width = widthOf(screens.stderr) - 1;
      await write(screens.stderr, CLEAR_LINE + [...line].slice(0, width).join(''));
    },
  };
}

function widthOf({columns = 0}: Screen): number {
  return columns > 0 ? columns : 80;
}
