import {promqlInputs} from '../../core';
import type {QueryStep} from '../../core';
import {quoted} from './input-checks';

/**
 * The lines that set a variable to a PromQL expression: its text in single quotes, and each input
 * as a value that is quoted for the literal that it stands in.
 */
export function queryLines(variable: string, {expr, inputs}: QueryStep): readonly string[] {
  const values: string[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const {name, start, end} of promqlInputs(expr)) {
    if (!inputs.includes(name)) continue;
    const value = `runbook_value_${values.length + 1}`;
    // A line of its own, because only there does bash see that a value is refused.
    values.push(`${value}=$(runbook_literal ${quoted(quoteAround(expr, start))} "$${name}")`);
    if (start > from) parts.push(quoted(expr.slice(from, start)));
    parts.push(`"$${value}"`);
    from = end;
  }
  if (from < expr.length) parts.push(quoted(expr.slice(from)));
  return [...values, `${variable}=${parts.join('')}`];
}

/** The quote of the literal around a place: the one that is open there. */
function quoteAround(expr: string, place: number): string {
  const literals = expr.matchAll(
    /#[^\n\r]*|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|`[^`]*`?/g,
  );
  for (const {index, 0: text} of literals) {
    if (index < place && place < index + text.length) return text.slice(0, 1);
  }
  return '"';
}
