import {hostname, uptime} from 'node:os';
import process from 'node:process';
import {formatDuration} from '../../runner';
import type {RunRecord} from '../../runner';

export type RunState = 'succeeded' | 'failed' | 'stopped' | 'interrupted' | 'running';

/** How a run ended; one without an end was killed, or goes on at this moment. */
export function stateOf({ended, begun}: RunRecord): RunState {
  if (ended !== null) return ended.outcome;
  const {host, pid} = begun.where;
  const isOlderThanSystem = Date.parse(begun.time) < Date.now() - uptime() * 1000;
  return host === hostname() && !isOlderThanSystem && isAlive(pid) ? 'running' : 'interrupted';
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** As far as the record goes. */
export function durationOf({begun, ended, entries}: RunRecord): string {
  if (ended !== null) return formatDuration(ended.durationMs);
  const last = entries.at(-1) ?? begun;
  return `${formatDuration(Math.max(0, Date.parse(last.time) - Date.parse(begun.time)))}+`;
}

/** `2026-11-28 14:40:03Z`. */
export function shownTime(time: string): string {
  return time.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}
