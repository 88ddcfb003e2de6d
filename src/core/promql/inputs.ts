import {escapeGo} from './go-quote';
import type {PromqlError, Span} from './ast';

/** A reference such as `$POD` or `${POD}`; the place is that of the whole reference. */
export type PromqlInput = Span & {readonly name: string};

/** With the quote of the literal that the reference stands in. */
export type PromqlReference = PromqlInput & {readonly quote: '"' | "'" | '`'};

export type Substitution = {
  /** The text with every value in its place; unchanged where an error is reported. */
  readonly text: string;
  readonly errors: readonly PromqlError[];
};

/** A comment or a string literal, which may lack its end. */
const LITERAL = /#[^\n\r]*|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|`[^`]*`?/g;
const REFERENCE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/**
 * Everything inside string literals that looks like an input. Whether it is one, and not the name
 * of a group in `label_replace`, depends on what is declared.
 */
export function promqlInputs(text: string): readonly PromqlInput[] {
  return promqlReferences(text).map(({name, start, end}) => ({name, start, end}));
}

/**
 * Puts values into string literals, quoted so that a value stays a part of its literal. Names
 * without a value are left as they are.
 */
export function substitutePromqlInputs(
  text: string,
  values: ReadonlyMap<string, string>,
): Substitution {
  const errors: PromqlError[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const reference of promqlReferences(text)) {
    const value = values.get(reference.name);
    if (value === undefined) continue;
    const escaped = escapePromqlInput(reference.quote, value);
    if (escaped === undefined) errors.push(rawError(reference));
    parts.push(
      text.slice(from, reference.start),
      escaped ?? text.slice(reference.start, reference.end),
    );
    from = reference.end;
  }
  return {text: parts.join('') + text.slice(from), errors};
}

/** As `promqlInputs`, with what is needed to put a value in by oneself. */
export function promqlReferences(text: string): readonly PromqlReference[] {
  const found: PromqlReference[] = [];
  for (const {index: literal, 0: body} of text.matchAll(LITERAL)) {
    const quote = body[0];
    if (quote !== '"' && quote !== "'" && quote !== '`') continue;
    for (const {index, 0: whole, 1: braced, 2: bare} of body.matchAll(REFERENCE)) {
      const start = literal + index;
      found.push({name: braced ?? bare ?? '', quote, start, end: start + whole.length});
    }
  }
  return found;
}

/** Undefined when the literal cannot hold the value: nothing can be escaped between backquotes. */
export function escapePromqlInput(
  quote: PromqlReference['quote'],
  value: string,
): string | undefined {
  if (quote === '`') return value.includes('`') || !isWellFormed(value) ? undefined : value;
  return escapeGo(value, quote);
}

function isWellFormed(value: string): boolean {
  return !/[\ufffd\p{Surrogate}]/u.test(value);
}

function rawError({name, start, end}: PromqlReference): PromqlError {
  const message = `the value of ${name} has a backquote, which a literal in backquotes cannot hold`;
  return {message, start, end};
}
