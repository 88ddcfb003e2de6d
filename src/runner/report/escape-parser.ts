/** What one more character means. */
export type Parsed =
  /** No control sequence. */
  | {readonly kind: 'character'}
  | {readonly kind: 'within'}
  /** The last one of a sequence that is of no use to the reader. */
  | {readonly kind: 'dropped'}
  /** The last one of a sequence that sets colours. */
  | {readonly kind: 'sgr'; readonly parameters: string}
  /** What had begun was no sequence after all; the character was not taken. */
  | {readonly kind: 'broken'};

export type EscapeParser = {
  readonly push: (character: string) => Parsed;
  /** True outside of any sequence. */
  readonly isIdle: () => boolean;
};

/**
 * `string` is the inside of what ends with ST or BEL: titles, links, the clipboard, device control;
 * `string-escape` has met the first half of ST.
 */
type State = 'idle' | 'escape' | 'intermediate' | 'csi' | 'string' | 'string-escape';

/** A stray beginning of a string must not swallow the output: it ends at a line end, or after this. */
const LONGEST_STRING = 65_536;

const LONGEST_CSI = 64;

const ESC = '\u001B';
const BEL = '\u0007';

/** Controls of eight bits, and the sequences of seven that say the same. */
const EIGHT_BIT: Readonly<Record<string, State>> = {
  '\u0090': 'string',
  '\u0098': 'string',
  '\u009B': 'csi',
  '\u009D': 'string',
  '\u009E': 'string',
  '\u009F': 'string',
};

/** `k` sets the title in screen and tmux. */
const AFTER_ESCAPE: Readonly<Record<string, State>> = {
  '[': 'csi',
  ']': 'string',
  P: 'string',
  X: 'string',
  '^': 'string',
  _: 'string',
  k: 'string',
};

/** Recognizes the control sequences of ECMA-48 and of xterm, one character at a time. */
export function escapeParser(): EscapeParser {
  let state: State = 'idle';
  let parameters = '';
  let length = 0;

  function enter(next: State): Parsed {
    state = next;
    parameters = '';
    length = 0;
    return {kind: 'within'};
  }

  function leave(parsed: Parsed): Parsed {
    state = 'idle';
    return parsed;
  }

  const broken = () => leave({kind: 'broken'});
  const dropped = () => leave({kind: 'dropped'});

  function atEscape(character: string): Parsed {
    const next = AFTER_ESCAPE[character];
    if (next !== undefined) return enter(next);
    if (/^[ -/]$/.test(character)) return enter('intermediate');
    return /^[0-~]$/.test(character) ? dropped() : broken();
  }

  function inCsi(character: string): Parsed {
    if (/^[@-~]$/.test(character)) {
      const isSgr = character === 'm' && /^[\d;:]*$/.test(parameters);
      return leave(isSgr ? {kind: 'sgr', parameters} : {kind: 'dropped'});
    }
    if (!/^[ -?]$/.test(character) || parameters.length >= LONGEST_CSI) return broken();
    parameters += character;
    return {kind: 'within'};
  }

  function inString(character: string): Parsed {
    length++;
    if (character === BEL || character === '\u009C') return dropped();
    if (character === '\n' || length > LONGEST_STRING) return broken();
    if (character === ESC) state = 'string-escape';
    return {kind: 'within'};
  }

  return {
    isIdle: () => state === 'idle',
    push(character) {
      switch (state) {
        case 'idle': {
          const next = character === ESC ? 'escape' : EIGHT_BIT[character];
          return next === undefined ? {kind: 'character'} : enter(next);
        }
        case 'escape':
          return atEscape(character);
        case 'intermediate':
          if (/^[ -/]$/.test(character)) return {kind: 'within'};
          return /^[0-~]$/.test(character) ? dropped() : broken();
        case 'csi':
          return inCsi(character);
        case 'string':
          return inString(character);
        case 'string-escape':
          if (character === '\\') return dropped();
          // An escape ends a string, and begins the next sequence.
          state = 'escape';
          return atEscape(character);
      }
    },
  };
}
