import type {SimpleCommand, Word} from '../../shell';
import type {ScriptNode} from '../node';

export type AnglePlaceholder = {
  /** As written, with its brackets. */
  readonly text: string;
  /** A name for the input that could take its place. */
  readonly variable: string;
  readonly start: number;
  readonly end: number;
};

/** The `<placeholders>` outside quotes and comments, where bash would see a redirect. */
export function anglePlaceholders({shell, block}: ScriptNode): readonly AnglePlaceholder[] {
  const found = block.normalized?.placeholders ?? [];
  if (found.length === 0) return [];
  const bare = shell.commands.flatMap(wordsOf).flatMap(({parts}) => parts.filter(isBare));
  return found
    .filter(({start, end}) => bare.some(part => part.start <= start && end <= part.end))
    .map(({start, end}) => {
      const text = block.text.slice(start, end);
      return {text, variable: variableOf(text), start, end};
    });
}

function wordsOf({words, assignments, redirects}: SimpleCommand): readonly Word[] {
  const others = [
    ...assignments.map(({value}) => value),
    ...redirects.map(({target}) => target),
  ].filter(word => word !== undefined);
  return [...words, ...others];
}

function isBare({quote}: Word['parts'][number]): boolean {
  return quote === 'none';
}

function variableOf(placeholder: string): string {
  const words = placeholder.slice(1, -1).match(/[A-Za-z0-9]+/g) ?? [];
  return words.join('_').toUpperCase() || 'NAME';
}
