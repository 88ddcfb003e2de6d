import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {parseEnvFile} from '../../runner';
import {UserError} from '../user-error';

/** The values that `--env-file` gives; names that are no inputs stay without effect. */
export function readEnvFile(path: string | undefined, cwd: string): ReadonlyMap<string, string> {
  if (path === undefined) return new Map();
  const file = parseEnvFile(readText(path, cwd));
  if (file.kind === 'values') return file.values;
  throw new UserError(`${path}:${file.line}: expected ${file.expected}.`, {
    hint: 'Write each value as `NAME=VALUE`, with quotes where it has blanks or quotes.',
  });
}

function readText(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new UserError(`The environment file \`${path}\` could not be read.`, {cause});
  }
}
