import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import type {RunRecord} from './read-record';

/** A file of output that is not what the record says. */
export type OutputFlaw = {
  readonly step: string;
  readonly file: string;
  readonly kind: 'changed' | 'missing';
};

/** Compares every file of output with its hash. */
export async function verifyOutputs({folder, entries}: RunRecord): Promise<readonly OutputFlaw[]> {
  const flaws: OutputFlaw[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'step-ended' || entry.output === null) continue;
    const {file, sha256} = entry.output;
    const hash = await hashOfFile(join(folder, file));
    if (hash === sha256) continue;
    flaws.push({step: entry.step, file, kind: hash === null ? 'missing' : 'changed'});
  }
  return flaws;
}

async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
