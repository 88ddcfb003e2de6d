import {mkdtempSync, readFileSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll} from 'vitest';

const all = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-test-')));
afterAll(() => rmSync(all, {recursive: true, force: true}));

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(all, 'folder-'));
}

/** True while a process runs; one that is dead and not yet buried by its parent counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits for a file with at least so many lines, and gives them as numbers. */
export async function pidsIn(file: string, {count}: {count: number}): Promise<readonly number[]> {
  for (;;) {
    const pids = linesOf(file).map(Number);
    if (pids.length >= count) return pids;
    await sleep(10);
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
