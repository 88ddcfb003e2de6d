import {programName} from '../../shell';
import type {SimpleCommand} from '../../shell';
import {pipelineHead} from '../shell/calls';
import type {ProgramCall} from '../shell/calls';
import type {ScriptNode} from '../node';

const LOG_READERS = new Set(['journalctl', 'stern', 'kubetail', 'logcli']);
const LOG_VERBS = new Set(['kubectl', 'oc', 'k', 'docker', 'podman', 'nerdctl', 'docker-compose']);
const FILE_READERS = new Set(['cat', 'zcat', 'tail', 'head']);
const LOG_FILE = /\.log(?:\.\d+)?(?:\.gz)?$|^\/var\/log\//;

/** Tells that a call reads the log of a service, from a pipe or from a file. */
export function readsLogs(call: ProgramCall, script: ScriptNode): boolean {
  const head = pipelineHead(call, script);
  if (head === undefined) return false;
  if (head !== call.layer.command) return printsLogs(head);
  return call.args.some(({value = ''}) => LOG_FILE.test(value));
}

function printsLogs({name, args}: SimpleCommand): boolean {
  const program = programName(name) ?? '';
  if (LOG_READERS.has(program)) return true;
  if (LOG_VERBS.has(program)) return args.some(({value}) => value === 'logs');
  return FILE_READERS.has(program) && args.some(({value = ''}) => LOG_FILE.test(value));
}
