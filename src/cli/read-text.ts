import {readFile, stat} from 'node:fs/promises';

/** Larger ones hold no text for people, and reading them takes the time of all others. */
const LARGEST_FILE = 8 * 1024 * 1024;

export type ReadText = {readonly source: string} | {readonly reason: string};

/** Reads a file as UTF-8. Bytes that are no UTF-8 become U+FFFD, about which the lint has a rule. */
export async function readText(file: string): Promise<ReadText> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return {reason: found.isDirectory() ? 'a folder' : 'no regular file'};
    if (found.size > LARGEST_FILE) return {reason: tooLarge(found.size)};
    return decodeText(await readFile(file));
  } catch (error) {
    return {reason: reasonOf(error)};
  }
}

export function decodeText(bytes: Buffer): ReadText {
  if (bytes.length > LARGEST_FILE) return {reason: tooLarge(bytes.length)};
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.subarray(0, 2).toString('latin1'))) {
    return {reason: 'text in UTF-16'};
  }
  const nul = bytes.subarray(0, 8192).indexOf(0);
  if (nul !== -1) return {reason: `no text (a NUL at byte ${nul})`};
  return {source: bytes.toString('utf8')};
}

function tooLarge(size: number): string {
  return `${size} bytes where ${LARGEST_FILE} are the most`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOENT: 'no file',
  ELOOP: 'a loop of symbolic links',
  EISDIR: 'a folder',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
