import type {KubectlNode} from '../node';

/** A port on the far side of a `port-forward`, with its place in the script. */
export type Forward = {readonly port: string; readonly start: number; readonly end: number};

/** The far ends of `kubectl port-forward TARGET [LOCAL:]REMOTE…`, numbers and names. */
export function forwardsOf({kubectl}: KubectlNode): readonly Forward[] {
  if (kubectl.path.join(' ') !== 'port-forward') return [];
  return kubectl.arguments.slice(1).flatMap(({value, text, end}) => {
    const [, port] = /^(?:\d*:)?(\d+|[a-z][a-z0-9-]*)$/.exec(value ?? '') ?? [];
    if (port === undefined || value !== text) return [];
    return [{port, start: end - port.length, end}];
  });
}
