import {isPlainJq} from './plain-jq';

/** The opening of a fence, also behind list items and quotes; then what a shell block can be called. */
const OPENING = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})\s*([\w-]*)/;
const SHELL = /^(?:bash|sh|shell|console|shell-session|shellsession|sh-session|terminal)$/i;

/** A word `jq`, also at the end of a path, but not in the name of a file. */
const CALL = /(?<![\w.-])jq(?![\w.-])/;

/** A call with a program in single quotes, the only kind that can be told without reading the shell. */
const SIMPLE_CALL =
  /(?<![\w./-])jq((?:[ \t]+(?:--(?:arg|argjson|slurpfile|rawfile)[ \t]+\w+[ \t]+(?:"[^"\n]*"|[\w./$-]+)|-[aCMSbcejnrRs]+|--[a-z-]+))*)[ \t]+(?:'([^']*)'|(\.[\w.[\]]*))(?=[\s|)"&;>]|$)/g;

/** Whether a shell block of a page calls jq with more than plain programs; may err on that side. */
export function needsJq(source: string): boolean {
  return CALL.test(source) && shellLines(source).some(text => !hasPlainCalls(text));
}

/** Whether a shell block of a page calls psql; may err on that side. */
export function needsSql(source: string): boolean {
  return (
    /\bpsql\b/.test(source) &&
    shellLines(source).some(text => /\bpsql\b/.test(text) && /-\w*c\b|--command|<</.test(text))
  );
}

function hasPlainCalls(text: string): boolean {
  let rest = text;
  for (const [call, options = '', quoted, bare] of text.matchAll(SIMPLE_CALL)) {
    const names = options.matchAll(/--(?:arg|argjson|slurpfile|rawfile)\s+(\w+)/g);
    const variables = Array.from(names, ([, name = '']) => name);
    if (isPlainJq(quoted ?? bare ?? '', variables)) rest = rest.replace(call, '');
  }
  return !CALL.test(rest);
}

/** The text of each shell block. A line that opens a fence inside of another opens none. */
function shellLines(source: string): readonly string[] {
  const blocks: string[][] = [];
  let fence: {readonly marks: string; readonly lines: string[] | undefined} | undefined;
  for (const line of source.split('\n')) {
    const [, marks = '', language = ''] = OPENING.exec(line) ?? [];
    if (fence === undefined) {
      if (marks === '') continue;
      const lines = SHELL.test(language) ? [] : undefined;
      if (lines !== undefined) blocks.push(lines);
      fence = {marks, lines};
    } else if (marks.startsWith(fence.marks) && language === '') fence = undefined;
    else fence.lines?.push(line);
  }
  return blocks.map(lines => lines.join('\n'));
}
