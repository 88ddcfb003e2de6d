import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs';

/** In bytes. Larger pages are not for people, and parsing one takes the time of all others. */
const LARGEST_PAGE = 1024 * 1024;

/** In bytes; what programs write, such as metrics and manifests, may be longer. */
const LARGEST_OTHER = 8 * 1024 * 1024;

export type ReadText = {readonly source: string} | {readonly reason: string};

/**
 * Reads a file as UTF-8. Bytes that are no UTF-8 become U+FFFD, about which the lint has a rule.
 * Thousands of small files are read several times as fast this way as one promise after the other.
 */
export function readText(file: string): ReadText {
  try {
    // Without the flag, a named pipe that nobody writes to would hold us up for ever.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readOpen(descriptor, file);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return {reason: reasonOf(error)};
  }
}

function readOpen(descriptor: number, file: string): ReadText {
  const found = fstatSync(descriptor);
  if (!found.isFile()) return {reason: found.isDirectory() ? 'a folder' : 'no regular file'};
  const most = /\.(?:ya?ml|prom|txt|json|rules)$/i.test(file) ? LARGEST_OTHER : LARGEST_PAGE;
  if (found.size > most) return {reason: tooLarge(found.size, most)};
  return decodeText(readFileSync(descriptor));
}

/** The same of the bytes of a page. */
export function decodePage(bytes: Buffer): ReadText {
  if (bytes.length > LARGEST_PAGE) return {reason: tooLarge(bytes.length, LARGEST_PAGE)};
  return decodeText(bytes);
}

function decodeText(bytes: Buffer): ReadText {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.subarray(0, 2).toString('latin1'))) {
    return {reason: 'text in UTF-16'};
  }
  const nul = bytes.subarray(0, 8192).indexOf(0);
  if (nul !== -1) return {reason: `no text (a NUL at byte ${nul})`};
  return {source: bytes.toString('utf8')};
}

function tooLarge(size: number, most: number): string {
  return `${size} bytes where ${most} are the most`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOENT: 'no file',
  ENXIO: 'no regular file',
  ELOOP: 'a loop of symbolic links',
  EISDIR: 'a folder',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
