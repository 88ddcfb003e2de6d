import {readFileSync, readdirSync} from 'node:fs';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';

/** Milliseconds between asking a group to end and ending it. */
export const GRACE_MS = 5000;

/** Milliseconds for the kernel to clear away a group that was killed. */
const BURIAL_MS = 1000;

const live = new Set<number>();
let isWatchingExit = false;

/** Remembers a group, so that it does not outlive this process. */
export function trackGroup(id: number): void {
  live.add(id);
  if (isWatchingExit) return;
  isWatchingExit = true;
  process.on('exit', killTrackedGroups);
}

/** Ends all that runs at once: for the exit of this process, and for whoever cannot wait. */
export function killTrackedGroups(): void {
  for (const id of live) signalGroup(id, 'SIGKILL');
}

/**
 * Asks the processes of a group to end, and ends them after the grace period. Resolves when none is
 * left; false says that some could not be ended.
 */
export async function endGroup(
  id: number,
  {graceMs}: {readonly graceMs: number},
): Promise<boolean> {
  signalGroup(id, 'SIGTERM');
  // A stopped process sees the signal only when it goes on.
  signalGroup(id, 'SIGCONT');
  if (!(await isGoneWithin(id, graceMs))) {
    signalGroup(id, 'SIGKILL');
    if (!(await isGoneWithin(id, BURIAL_MS))) return false;
  }
  live.delete(id);
  return true;
}

async function isGoneWithin(id: number, milliseconds: number): Promise<boolean> {
  for (
    let waited = 0, step = 5;
    waited < milliseconds;
    waited += step, step = Math.min(50, step * 2)
  ) {
    if (!isGroupAlive(id)) return true;
    await sleep(step);
  }
  return !isGroupAlive(id);
}

function isGroupAlive(id: number): boolean {
  return signalGroup(id, 0) !== 'ESRCH' && hasLivingMember(id);
}

/**
 * A group also consists of the dead that nobody has buried, and in a container whose first process
 * is no init they stay. Only Linux tells; elsewhere the answer is yes.
 */
function hasLivingMember(id: number): boolean {
  const stats = processStats();
  return stats.length === 0 || stats.some(({state, group}) => group === id && state !== 'Z');
}

type ProcessStat = {readonly state: string | undefined; readonly group: number};

function processStats(): readonly ProcessStat[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(processStat);
  } catch {
    return [];
  }
}

function processStat(pid: string): readonly ProcessStat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program comes before, in parentheses, and may hold anything.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{state, group: Number(group)}];
  } catch {
    return [];
  }
}

/** The error code of the attempt; undefined if the signal was sent. */
function signalGroup(id: number, signal: NodeJS.Signals | 0): string | undefined {
  try {
    process.kill(-id, signal);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
