import type {InputUse} from '../../core';

type Token = {readonly types: string[]; readonly content: string; readonly empty?: boolean};

/** `start` counts from the start of the whole text. */
export type Piece = {
  readonly start: number;
  readonly token: Token;
  readonly use: InputUse | undefined;
};

export type MarkedLine = {readonly start: number; readonly pieces: readonly Piece[]};

/** The tokens of a highlighted text, cut where an input is used; such a piece is the whole use. */
export function markUses(
  lines: readonly (readonly Token[])[],
  uses: readonly InputUse[],
): readonly MarkedLine[] {
  let offset = 0;
  return lines.map(line => {
    const start = offset;
    const pieces = line.flatMap(token => {
      // An empty line has a token that holds its line break.
      if (token.empty === true) return [{start: offset, token, use: undefined}];
      const cutUp = cut(token, offset, uses);
      offset += token.content.length;
      return cutUp;
    });
    offset += 1;
    return {start, pieces};
  });
}

function cut(token: Token, start: number, uses: readonly InputUse[]): readonly Piece[] {
  const end = start + token.content.length;
  const pieces: Piece[] = [];
  let from = start;
  const push = (to: number, use?: InputUse) => {
    const content = token.content.slice(from - start, to - start);
    if (content !== '' || use !== undefined)
      pieces.push({start: from, token: {...token, content}, use});
    from = Math.max(from, to);
  };
  for (const use of uses) {
    if (use.end <= from || use.start >= end) continue;
    // The rest of a use that began in a token before this one is in that piece.
    if (use.start < start) {
      from = Math.min(use.end, end);
      continue;
    }
    push(use.start);
    push(Math.min(use.end, end), use);
  }
  push(end);
  return pieces;
}
