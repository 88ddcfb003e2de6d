/** Looks for a text in output that comes in pieces, in each stream by itself. */
export type LineWatcher = {
  readonly take: (bytes: Uint8Array, stream: 'stdout' | 'stderr') => void;
  readonly hasSeen: () => boolean;
};

/** Keeps no more of the output than could be the beginning of the text. */
export function lineWatcher(text: string | null): LineWatcher {
  const wanted = Buffer.from(text ?? '', 'utf8').toString('latin1');
  const tails = {stdout: '', stderr: ''};
  let hasSeen = text === null;
  return {
    take(bytes, stream) {
      if (hasSeen) return;
      const seen = tails[stream] + Buffer.from(bytes).toString('latin1');
      hasSeen = seen.includes(wanted);
      tails[stream] = seen.slice(-wanted.length);
    },
    hasSeen: () => hasSeen,
  };
}
