import {escapePromqlInput} from '../promql/inputs';
import type {InputUse, InputUses} from '../document';
import {demand, quoteInDouble, quoteShell} from './quote-shell';

export type Filling = {
  /** A value that fits; null while there is none. */
  readonly value: string | null;
  readonly help: string;
};

/** By the name of the input. */
export type Fillings = ReadonlyMap<string, Filling>;

/**
 * The text of a block with its inputs filled in. A shell command that lacks a value demands it, so
 * that a paste fails before it does anything; a query that lacks one stays as it is written.
 */
export function fillText(text: string, {uses, goesOn}: InputUses, fillings: Fillings): string {
  const parts: string[] = [];
  let from = 0;
  for (const use of outermostUses(uses)) {
    parts.push(text.slice(from, use.start), replacementOf(text, use, fillings));
    from = use.end;
  }
  const filled = parts.join('') + text.slice(from);
  const lines = leadingLines({uses, goesOn}, fillings);
  return lines.length === 0 ? filled : ['(', ...lines, filled, ')'].join('\n');
}

/** In their order, without those inside another one, as in `${A:-$B}`: they are variables and stay. */
export function outermostUses(uses: readonly InputUse[]): readonly InputUse[] {
  const sorted = [...uses].sort((a, b) => a.start - b.start);
  return sorted.filter(({start}, at) => sorted.slice(0, at).every(({end}) => end <= start));
}

/** What stands in the filled text at one use. */
export function replacementOf(text: string, use: InputUse, fillings: Fillings): string {
  const written = text.slice(use.start, use.end);
  const filling = fillings.get(use.name);
  if (filling === undefined || use.as === 'variable') return written;
  const {value, help} = filling;
  switch (use.as) {
    case 'word':
      return value === null ? `"${demand(use.name, help)}"` : quoteShell(value);
    case 'quoted':
      return value === null ? demand(use.name, help) : quoteInDouble(value);
    default:
      return (value === null ? undefined : escapePromqlInput(use.as, value)) ?? written;
  }
}

/** What has to stand in front: in a subshell, so that the shell of the reader keeps none of it. */
function leadingLines({uses, goesOn}: InputUses, fillings: Fillings): readonly string[] {
  const demands = new Set<string>();
  const exports = new Set<string>();
  for (const {name, as} of uses) {
    const filling = fillings.get(name);
    if (filling === undefined) continue;
    const {value, help} = filling;
    if (value === null && (goesOn || as === 'variable')) demands.add(`"${demand(name, help)}"`);
    if (value !== null && as === 'variable') exports.add(`export ${name}=${quoteShell(value)}`);
  }
  return demands.size === 0 ? [...exports] : [`: ${[...demands].join(' ')}`, ...exports];
}
