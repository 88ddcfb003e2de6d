import {readFile, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {applyFixes, lint} from '../core';
import type {Finding, SourceFile} from '../core';
import type {LintInput} from './lint-files';

/** Mending one thing can bring another to light; more rounds than this would be a loop. */
const MOST_ROUNDS = 10;

export type Mended = {readonly files: readonly SourceFile[]; readonly findings: readonly Finding[]};

/** Lints and mends until nothing more can be mended; writes nothing. */
export function mend({files, options}: Pick<LintInput, 'files' | 'options'>): Mended {
  let current: readonly SourceFile[] = files;
  let findings = lint(current, options);
  for (let round = 0; round < MOST_ROUNDS && findings.some(({fix}) => fix !== undefined); round++) {
    const byPath = new Map<string, Finding[]>();
    for (const finding of findings) {
      const own = byPath.get(finding.path) ?? [];
      own.push(finding);
      byPath.set(finding.path, own);
    }
    const next = current.map(({path, source}) => ({
      path,
      // What was no UTF-8 would not come back as it was.
      source: source.includes('\ufffd') ? source : applyFixes(source, byPath.get(path) ?? []),
    }));
    if (next.every(({source}, index) => source === current[index]?.source)) break;
    current = next;
    findings = lint(current, options);
  }
  return {files: current, findings};
}

/** A file that was not written, and why. */
export type Unwritten = {readonly path: string; readonly reason: string};

/**
 * Writes the files that differ. One that is no longer what was linted, or that UTF-8 would not
 * give back byte by byte, is left alone.
 */
export async function writeMended(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  root: string,
): Promise<readonly Unwritten[]> {
  const unwritten: Unwritten[] = [];
  for (const [index, {path, source}] of after.entries()) {
    const old = before[index]?.source;
    if (old === undefined || old === source) continue;
    const reason = await writeOne(resolve(root, path), {old, source});
    if (reason !== undefined) unwritten.push({path, reason});
  }
  return unwritten;
}

async function writeOne(
  file: string,
  {old, source}: {readonly old: string; readonly source: string},
): Promise<string | undefined> {
  try {
    const bytes = await readFile(file);
    if (bytes.toString('utf8') !== old) return 'it changed while it was checked; run again';
    if (!bytes.equals(Buffer.from(old))) return 'it holds bytes that are no UTF-8';
    await writeFile(file, source);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
