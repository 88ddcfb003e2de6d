import {commandLayers} from './layers';
import type {Shell, Variable} from './types';

/**
 * The variables of a script and of the scripts inside it that get the same environment, such as
 * `timeout 60 bash -c 'until nc -z "$HOST" 80; do sleep 1; done'`; not of those that run in a pod or
 * on another host. In source order.
 */
export function allVariables(shell: Shell): readonly Variable[] {
  const layers = shell.commands.flatMap(commandLayers).filter(({away}) => !away);
  const nested = new Set(layers.map(layer => layer.nested).filter(script => script !== undefined));
  const found = [shell, ...nested].flatMap(({variables}) => variables);
  // In `bash -c "echo $A"` both the outer and the inner script hold the same use.
  const distinct = new Map(found.toReversed().map(variable => [key(variable), variable]));
  return [...distinct.values()].toSorted((a, b) => a.start - b.start);
}

function key({kind, name, start}: Variable): string {
  return `${kind} ${name} ${start}`;
}
