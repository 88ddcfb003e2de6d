import {createHash} from 'node:crypto';
import type {RecordEntry} from './entry';

/** What the first line names as the hash of the line before. */
export const NO_LINE = '0'.repeat(64);

export type SealedLine = {
  /** With its line feed. */
  readonly line: string;
  readonly hash: string;
};

/** The line of an entry: it names the hash of the line before, and ends with its own. */
export function sealEntry(entry: RecordEntry, previous: string): SealedLine {
  const body = JSON.stringify({...entry, previous});
  const hash = sha256(body);
  return {line: `${body.slice(0, -1)},"hash":"${hash}"}\n`, hash};
}

export type LineSeal =
  | {readonly kind: 'sealed'; readonly hash: string}
  /** The line is not what was written. */
  | {readonly kind: 'changed'}
  /** The line is whole, and another one stood before it. */
  | {readonly kind: 'out-of-order'};

/** Whether a line, without its line feed, is as it was written, behind the line with that hash. */
export function checkSeal(line: string, previous: string): LineSeal {
  const [, body, hash] = /^(.*),"hash":"([0-9a-f]{64})"\}$/s.exec(line) ?? [];
  if (body === undefined || hash === undefined || sha256(`${body}}`) !== hash) {
    return {kind: 'changed'};
  }
  return body.endsWith(`,"previous":"${previous}"`)
    ? {kind: 'sealed', hash}
    : {kind: 'out-of-order'};
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
