import {StringDecoder} from 'node:string_decoder';
import type {Readable} from 'node:stream';

export type LineSource = Readable & {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
};

/** A line without its ending; null at the end of the input, or when the signal was aborted. */
export function readLine(stdin: LineSource, signal: AbortSignal): Promise<string | null> {
  return read(stdin, signal, lineReader());
}

/**
 * The same without an echo. The terminal gives every key then, so that Ctrl-C and Ctrl-D arrive as
 * characters; both end the question.
 */
export async function readSecret(stdin: LineSource, signal: AbortSignal): Promise<string | null> {
  stdin.setRawMode?.(true);
  try {
    return await read(stdin, signal, keyReader());
  } finally {
    stdin.setRawMode?.(false);
  }
}

type Reader = (text: string) => Reading;

type Reading =
  | {readonly kind: 'more'}
  /** `rest` belongs to whoever reads next. */
  | {readonly kind: 'done'; readonly line: string | null; readonly rest: string};

/** Hands over what comes until the reader has enough. */
export function read(stdin: LineSource, signal: AbortSignal, take: Reader): Promise<string | null> {
  if (signal.aborted || stdin.readableEnded) return Promise.resolve(null);
  const decoder = new StringDecoder('utf8');
  return new Promise(resolve => {
    function settle(line: string | null): void {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      signal.removeEventListener('abort', onEnd);
      stdin.pause();
      resolve(line);
    }
    function onData(chunk: Buffer | string): void {
      const reading = take(typeof chunk === 'string' ? chunk : decoder.write(chunk));
      if (reading.kind === 'more') return;
      settle(reading.line);
      if (reading.rest !== '') stdin.unshift(Buffer.from(reading.rest));
    }
    function onEnd(): void {
      settle(null);
    }
    stdin.on('data', onData);
    stdin.on('end', onEnd);
    signal.addEventListener('abort', onEnd, {once: true});
    stdin.resume();
  });
}

function lineReader(): Reader {
  let held = '';
  return text => {
    held += text;
    const end = held.indexOf('\n');
    if (end === -1) return {kind: 'more'};
    return {kind: 'done', line: held.slice(0, end).replace(/\r$/, ''), rest: held.slice(end + 1)};
  };
}

function keyReader(): Reader {
  let typed: readonly string[] = [];
  return text => {
    const keys = [...text];
    for (const [index, key] of keys.entries()) {
      if (key === '\r' || key === '\n') {
        return {kind: 'done', line: typed.join(''), rest: keys.slice(index + 1).join('')};
      }
      if (key === '\u0003' || key === '\u0004') return {kind: 'done', line: null, rest: ''};
      if (key === '\u007F' || key === '\b') typed = typed.slice(0, -1);
      else if (key === '\u0015') typed = [];
      else typed = [...typed, key];
    }
    return {kind: 'more'};
  };
}
