import {commandLayers, parseShell, programName} from '../../src/core';

/** What the shell does by itself, and its grammar: no tool to look for. */
const BUILT_IN = new Set(
  '. : [ [[ break cd command continue declare echo eval exec exit export false local printf pwd read readonly return set shift source test trap true type typeset ulimit umask unset wait'.split(
    ' ',
  ),
);

/** The programs that a script calls, those behind `sudo`, `xargs` and `kubectl exec --` too. */
export function toolsOf(script: string): readonly string[] {
  const shell = parseShell(script);
  const own = new Set(shell.functions.map(({name}) => name.text));
  const names = shell.commands
    .flatMap(command => commandLayers(command))
    .flatMap(({argv: [program]}) => programName(program) ?? []);
  return [...new Set(names)].filter(
    name => /^[\w.+-]+$/.test(name) && !own.has(name) && !BUILT_IN.has(name),
  );
}
