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
  const seen = new Map<string, number>();
  return findings.map(({rule, path, line}) => {
    const ofFile = lines.get(path) ?? (sources.get(path) ?? '').split(/\r\n?|\n/);
    lines.set(path, ofFile);
    const text = (ofFile[line - 1] ?? '').replace(/\s+/g, ' ').trim();
    const hash = hashOf([rule, path, text]).slice(0, 16);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}
