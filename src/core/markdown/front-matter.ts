import type {RootContent} from 'mdast';
import {skipSpaces} from './characters';
import {giveUp} from './give-up';
import {endOfLine, pointAt} from './lines';
import type {Lines} from './lines';

declare module 'mdast' {
  // The name that remark-frontmatter gives to what stands between `+++`.
  interface RootContentMap {
    toml: Literal & {type: 'toml'};
  }
}

const FENCES = {'---': 'yaml', '+++': 'toml'} as const;

export type FrontMatter = {readonly node: RootContent; readonly nextLine: number};

/** The front matter that the first line opens. */
export function readFrontMatter(source: string, lines: Lines): FrontMatter | undefined {
  const opening = source.slice(0, 3);
  if (opening !== '---' && opening !== '+++') return undefined;
  if (!isFence(source, lines, 0, opening) || lines.starts.length === 0) return undefined;
  if (lines.starts.length === 1 && lines.ends[0] === source.length) return undefined;
  for (let line = 1; line < lines.starts.length; line++) {
    if (!isFence(source, lines, line, opening)) continue;
    const from = lines.starts[1] ?? 0;
    const value = line > 1 ? source.slice(from, lines.ends[line - 1]) : '';
    const position = {start: pointAt(lines, 0, 0), end: endOfLine(lines, line)};
    return {node: {type: FENCES[opening], value, position}, nextLine: line + 1};
  }
  return giveUp('front matter that is not closed');
}

function isFence(source: string, lines: Lines, line: number, fence: string): boolean {
  const start = lines.starts[line] ?? 0;
  if (!source.startsWith(fence, start)) return false;
  return skipSpaces(source, start + 3) >= (lines.ends[line] ?? 0);
}
