import type {Shell, SimpleCommand, Span} from './types';

/**
 * The commands that read what `command` prints, nearest first: `grep` and `wc` for the first
 * command of `a | grep x | wc`, also when the first stage is a loop around the command.
 */
export function pipedInto(shell: Shell, command: SimpleCommand): readonly SimpleCommand[] {
  return shell.pipelines.toReversed().flatMap(pipeline => {
    if (pipeline.scope !== command.scope) return [];
    const stage = pipeline.stages.findIndex(span => contains(span, command));
    if (stage === -1) return [];
    const after = pipeline.stages.slice(stage + 1);
    return shell.commands.filter(
      other => other.scope === command.scope && after.some(span => contains(span, other)),
    );
  });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
