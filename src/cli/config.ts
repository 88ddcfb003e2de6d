import {readFile} from 'node:fs/promises';
import {dirname, join, relative, resolve} from 'node:path';
import {LineCounter, isNode, parseDocument} from 'yaml';
import type {Document} from 'yaml';
import {rules} from '../core';
import {checkRules} from './check-rules';
import {config as schema} from './config-schema';
import type {Config} from './config-schema';
import {UserError} from './user-error';

export type {Config} from './config-schema';

export const CONFIG_FILE = 'runbook.config.yaml';

/** A configuration and the folder that its relative paths start from. */
export type LoadedConfig = {
  readonly config: Config;
  readonly root: string;
  /** An error at the place of a key, or of its value where it has no place of its own. */
  readonly errorAt: (path: readonly PropertyKey[], message: string, hint?: string) => UserError;
};

/**
 * Reads the given file, else the nearest `runbook.config.yaml` from `cwd` upwards. Without one,
 * the project is the working directory. Throws UserError with a place for what does not fit.
 */
export async function loadConfig(cwd: string, path: string | undefined): Promise<LoadedConfig> {
  if (path !== undefined) {
    const file = resolve(cwd, path);
    return check(await readGiven(file, path), {shown: path, root: dirname(file)});
  }
  for (const folder of ancestors(cwd)) {
    const file = join(folder, CONFIG_FILE);
    const source = await readNearest(file, relative(cwd, file));
    if (source !== undefined) return check(source, {shown: relative(cwd, file), root: folder});
  }
  return check('', {shown: CONFIG_FILE, root: cwd});
}

async function readGiven(file: string, shown: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UserError(`No configuration could be read from \`${shown}\`.`, {
      hint: 'Give the path of a YAML file to `--config`.',
      cause,
    });
  }
}

/** Undefined where there is none; one that is there and cannot be read is not passed over. */
async function readNearest(file: string, shown: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError(`\`${shown}\` could not be read (${String(code)}).`, {cause});
  }
}

function check(
  source: string,
  {shown, root}: {readonly shown: string; readonly root: string},
): LoadedConfig {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(source, {lineCounter, logLevel: 'silent'});
  const errorAtOffset = (offset: number, message: string, hint = HINT) => {
    const {line, col} = lineCounter.linePos(offset);
    return new UserError(`${shown}:${line}:${col}: ${message}`, {hint});
  };
  const [error] = yaml.errors;
  if (error !== undefined) {
    throw errorAtOffset(error.pos[0], error.message.split(/ at line |:?\n/)[0] ?? error.message);
  }
  const errorAt: LoadedConfig['errorAt'] = (path, message, hint) =>
    errorAtOffset(offsetOf(yaml, path), message, hint);
  const data = toData(yaml);
  if (data.problem !== undefined) {
    throw errorAtOffset(Math.max(0, source.indexOf('*')), data.problem);
  }
  const result = schema.safeParse(data.value ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const path = [...(issue?.path ?? []), ...keys];
    const name = path.map(String).join('.');
    const found = name === '' ? 'The file' : `\`${name}\``;
    throw errorAt(path, `${found}: ${issue?.message ?? 'does not fit'}.`);
  }
  const loaded = {config: result.data, root, errorAt};
  // A plugin may bring the rule; then whoever loads the plugins checks them.
  if (loaded.config.plugins.length === 0) checkRules(loaded, rules);
  return loaded;
}

const HINT = `The keys are ${Object.keys(schema.shape).join(', ')}.`;

/** Where a key stands; the nearest place around it where it has none. */
function offsetOf(yaml: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

type Data =
  | {readonly value: unknown; readonly problem?: never}
  | {readonly value?: never; readonly problem: string};

/** Aliases without an anchor, and those that expand without end, are found out here. */
function toData(yaml: Document): Data {
  try {
    return {value: yaml.toJS({maxAliasCount: 100})};
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {problem: `${message.replace(/\.$/, '')}.`};
  }
}

function* ancestors(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* ancestors(parent);
}
