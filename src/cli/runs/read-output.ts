import {open} from 'node:fs/promises';
import {join} from 'node:path';
import type {RunRecord} from '../../runner';
import {printable} from '../../core';

/** The output of a step as it may be shown: its first and its last lines, harmless. */
export type OutputExcerpt = {
  readonly head: readonly string[];
  /** Lines are not counted, for the file may be huge. */
  readonly omittedBytes: number;
  readonly tail: readonly string[];
};

const HALF = 4096;
const LINES = 20;

/** Null where the file cannot be read. */
export async function outputExcerpt(
  {folder}: RunRecord,
  file: string,
): Promise<OutputExcerpt | null> {
  try {
    const handle = await open(join(folder, file));
    try {
      const {size} = await handle.stat();
      const read = async (from: number, length: number) => {
        const {buffer, bytesRead} = await handle.read(Buffer.alloc(length), 0, length, from);
        return buffer.subarray(0, bytesRead).toString('utf8');
      };
      if (size <= 2 * HALF) return cutLines(await read(0, size));
      const head = linesOf(await read(0, HALF)).slice(0, LINES);
      const tail = linesOf(await read(size - HALF, HALF)).slice(-LINES);
      return {head, omittedBytes: size - bytesOf(head) - bytesOf(tail), tail};
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

function cutLines(text: string): OutputExcerpt {
  const lines = linesOf(text);
  if (lines.length <= 2 * LINES) return {head: lines, omittedBytes: 0, tail: []};
  const omitted = lines.slice(LINES, -LINES);
  return {head: lines.slice(0, LINES), omittedBytes: bytesOf(omitted), tail: lines.slice(-LINES)};
}

function linesOf(text: string): readonly string[] {
  return text === ''
    ? []
    : text
        .replace(/\r?\n$/, '')
        .split('\n')
        .map(harmless);
}

function harmless(line: string): string {
  return printable(line.replace(/\r$/, '').replaceAll('\t', '    '));
}

function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
