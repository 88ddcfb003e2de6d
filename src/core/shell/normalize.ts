import {parseShell} from './parse';
import type {Span} from './types';

/** A script with everything blanked that is no bash, character for character at its old place. */
export type NormalizedScript = {
  readonly text: string;
  /** `$ ` and the like in front of a command. */
  readonly prompts: readonly Span[];
  /** Lines of pasted output, and those of an ellipsis. */
  readonly output: readonly Span[];
  /** `<pod>` and the like, outside comments; what stands in quotes may be meant as written. */
  readonly placeholders: readonly Span[];
};

export type NormalizeOptions = {
  /** A terminal session: without a prompt a line is output, and `#` may be the prompt of root. */
  readonly kind: 'script' | 'session';
  /** A script that is run as it stands has neither prompts nor output. */
  readonly runnable: boolean;
};

/**
 * Makes a pasted script parseable without moving it: prompts, output, placeholders, ellipses and
 * the `\r` of a line ending give way to as many blanks or word characters.
 */
export function normalizeScript(source: string, options: NormalizeOptions): NormalizedScript {
  const unified = source.replaceAll('\\\r\n', ' \\\n').replaceAll('\r', ' ');
  const {text: filled, placeholders} = fillPlaceholders(unified);
  if (options.runnable) return {text: filled, prompts: [], output: [], placeholders};
  const session = blankSession(filled, options.kind);
  return {...session, placeholders: placeholders.filter(span => !isCovered(span, session.output))};
}

/** A name in angle brackets; `<(`, `<<EOF>`, `< in > out` and `<in.txt>` are redirects. */
const PLACEHOLDER = /(?<![<&\d\\$])<([A-Za-z][^<>\n`"'$;|&()\\]*)>(?![\w(&>]|\/dev\/)/g;
const FILE = /\.\w{1,4}$/;
/** A redirect into a file has the name of the file behind it. */
const HAS_TARGET = /^[ \t]*[^\s;&|)#]/;

function fillPlaceholders(source: string): Pick<NormalizedScript, 'text' | 'placeholders'> {
  const placeholders: Span[] = [];
  const text = source.replace(PLACEHOLDER, (whole: string, name: string, start: number) => {
    const isFile =
      FILE.test(name) &&
      HAS_TARGET.test(source.slice(start + whole.length, start + whole.length + 80));
    if (isFile || /\s$/.test(name)) return whole;
    placeholders.push({start, end: start + whole.length});
    return `_${name.replace(/[^\w.-]/g, '_')}_`;
  });
  return {text, placeholders};
}

/** `user@host:~$`, `[root@host ~]#`, `bash-5.1$`: what stands before the sign says that it is one. */
const HOST = String.raw`\[[\w.-]{1,60}@[^\]\n]{1,60}\]|[\w.-]{1,60}@[\w.-]{1,60}[:~][^\s$#%]{0,80}|(?:ba|z)?sh-\d[\d.]{0,9}`;
const SCRIPT_PROMPT = new RegExp(
  String.raw`^\s*(?:\$|(?:\([\w.-]+\)\s*)?(?:${HOST})\s*[$#%])[ \t]+(?=\S)`,
);
const SESSION_PROMPT = new RegExp(
  String.raw`^\s*(?:(?:\([\w.-]+\)\s*)?(?:\[[^\]\n]{1,60}\]|[\w.-]{1,60}@[\w.-]{1,60}[^\s$#%]{0,80}|${HOST}|~|\/(?:[\w-]+\/)*[\w-]*)?\s*[$#%]|[❯➜])[ \t]+(?=\S)`,
);
const SECOND_PROMPT = /^\s*>[ \t]/;
const ELLIPSIS =
  /^\s*(?:\[?(?:\.{3,}|…)\]?|[[(_-]+\s*(?:snip|truncated|(?:output[ _])?omitted)\s*[\])_-]+)\s*$/i;

const LONGEST_COMMAND = 200;

/**
 * A command is read anew with each line that it goes on. Beyond so many characters, and those of
 * the script eight times, what does not end on its line is taken for one line.
 */
const MOST_READ = 1_000_000;

/** A line of the source with its place. */
type Line = {readonly text: string; readonly start: number};

function blankSession(
  source: string,
  kind: NormalizeOptions['kind'],
): Omit<NormalizedScript, 'placeholders'> {
  const lines = linesOf(source);
  const prompt = kind === 'session' ? SESSION_PROMPT : SCRIPT_PROMPT;
  const prompted = lines.some(line => promptOf(line, prompt) !== undefined);
  const prompts: Span[] = [];
  const output: Span[] = [];
  const budget = {left: MOST_READ + 8 * source.length};
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const found = promptOf(line, prompt);
    if (found !== undefined) {
      prompts.push({start: line.start, end: line.start + found.length});
      const command = commandLines(lines, at, {
        prompt,
        budget,
        first: blank(found) + line.text.slice(found.length),
      });
      kept.push(...command);
      at += command.length;
      continue;
    }
    const isOutput =
      ELLIPSIS.test(line.text) || (prompted ? !isComment(line.text) : kind === 'session');
    if (isOutput && line.text.trim() !== '')
      output.push({start: line.start, end: line.start + line.text.length});
    kept.push(isOutput ? blank(line.text) : line.text);
    at += 1;
  }
  return {text: kept.join('\n'), prompts, output};
}

/** The prompted line and those that continue it; without them, where a command never ends, alone. */
function commandLines(
  lines: readonly Line[],
  from: number,
  {
    prompt,
    budget,
    first,
  }: {readonly prompt: RegExp; readonly budget: {left: number}; readonly first: string},
): readonly string[] {
  const command = [first];
  while (isOpen(command.join('\n'), budget)) {
    const next = lines[from + command.length];
    const ends =
      next === undefined ||
      promptOf(next, prompt) !== undefined ||
      command.length === LONGEST_COMMAND ||
      budget.left < 0;
    if (ends) return [first];
    command.push(next.text.replace(SECOND_PROMPT, blank));
  }
  return command;
}

const LONGEST_PROMPT = 200;

function promptOf({text}: Line, prompt: RegExp): string | undefined {
  return prompt.exec(text.slice(0, LONGEST_PROMPT))?.[0];
}

function isOpen(command: string, budget: {left: number}): boolean {
  budget.left -= command.length;
  if (/(?<!\\)(?:\\\\)*\\\s*$/.test(command)) return true;
  return parseShell(command).errors.some(
    ({kind, message}) => kind === 'heredoc' || message.startsWith('Unexpected end of the script'),
  );
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

function linesOf(source: string): readonly Line[] {
  let start = 0;
  return source.split('\n').map(text => {
    const line = {text, start};
    start += text.length + 1;
    return line;
  });
}

function blank(text: string): string {
  return text.replace(/\S/g, ' ');
}

function isCovered(span: Span, by: readonly Span[]): boolean {
  return by.some(outer => outer.start <= span.start && span.end <= outer.end);
}
