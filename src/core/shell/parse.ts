import {parse} from 'unbash';
import {findComments} from './comments';
import {NESTING_MESSAGE} from './errors';
import {findExcessiveNesting} from './nesting';
import {createSink, type Sink} from './sink';
import type {Shell, ShellError, Span} from './types';
import {walkScript} from './walk';
import type {Place} from './word';

/** Reads a bash script. Never throws: what bash would reject is in `errors`, the rest is still read. */
export function parseShell(script: string): Shell {
  return parseShellAt(script, offset => offset);
}

/** As `parseShell`, for a script inside a longer text: `place` maps its offsets to that text. */
export function parseShellAt(script: string, place: Place): Shell {
  const excess = findExcessiveNesting(script);
  if (excess !== undefined) return refuse(script, place, excess);
  const sink = createSink();
  try {
    walk(script, place, sink);
  } catch (error) {
    // The parser's own recursion is bounded for brackets, but not for `f() f() f() …`.
    if (error instanceof RangeError) return refuse(script, place, 0);
    throw error;
  }
  return collect(script, sink, place);
}

function walk(script: string, place: Place, sink: Sink): void {
  sink.pending.push({
    script: parse(script),
    source: script,
    place,
    within: [],
  });
  // The list grows while it is walked.
  for (const next of sink.pending) walkScript(next, sink);
}

function collect(script: string, sink: Sink, place: Place): Shell {
  return {
    script,
    commands: sink.commands.toSorted(byStart),
    pipelines: sink.pipelines,
    functions: sink.functions.toSorted(byStart),
    redirects: sink.redirects.toSorted(byStart),
    heredocs: sink.heredocs.toSorted(byStart),
    variables: sink.variables.toSorted(byStart),
    comments: sink.regions.flatMap(findComments).toSorted(byStart),
    errors: MISREAD.test(script)
      ? parseShellAt(withoutCase(script), place).errors
      : distinct(sink.errors.toSorted(byStart)),
  };
}

/**
 * The parser takes the argument `case` in `$(grep case file)` for the keyword, and complains. Behind
 * `then` and the like it is the keyword.
 */
const MISREAD =
  /(\$\([^()]*[^\s;&|(){}!])(?<!(?:^|[\s;(])(?:then|do|else|if|elif|while|until|time))([ \t]+)case\b/;

/** Another word of the same length in its place, so that the errors of the rest keep theirs. */
function withoutCase(script: string): string {
  let masked = script;
  while (MISREAD.test(masked)) masked = masked.replace(MISREAD, '$1$2cas_');
  return masked;
}

function refuse(script: string, place: Place, at: number): Shell {
  const span = {start: place(at), end: place(Math.min(at + 1, script.length))};
  const error: ShellError = {kind: 'nesting', message: NESTING_MESSAGE, ...span};
  return {
    script,
    commands: [],
    pipelines: [],
    functions: [],
    redirects: [],
    heredocs: [],
    variables: [],
    comments: [],
    errors: [error],
  };
}

/** A substitution that does not end is an error of its own script and of the one around it. */
function distinct(errors: readonly ShellError[]): readonly ShellError[] {
  return [...new Map(errors.map(error => [`${error.start} ${error.message}`, error])).values()];
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}
