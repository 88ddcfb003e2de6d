import {hashOf} from '../document';
import type {Finding} from './finding';

/**
 * One name for each finding, in their order, that stays the same while lines above it come and go:
 * made of rule, path and the text of its line. The same finding again on an equal line ends in
 * `:2`, and so on. `sources` holds the text of files by the path in their findings.
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  const lines = new Map<string, readonly string[]>();
  const hashes = new Map<string, string>();
  const seen = new Map<string, number>();
  return findings.map(({rule, path, line}) => {
    const ofFile = lines.get(path) ?? (sources.get(path) ?? '').split(/\r\n?|\n/);
    lines.set(path, ofFile);
    const key = JSON.stringify([rule, path, line]);
    const hash = hashes.get(key) ?? hashIn(ofFile[line - 1] ?? '', {rule, path});
    hashes.set(key, hash);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}

function hashIn(line: string, {rule, path}: Pick<Finding, 'rule' | 'path'>): string {
  const text = line.replace(/\s+/g, ' ').trim();
  return hashOf([rule, path, text]).slice(0, 16);
}
