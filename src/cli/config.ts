import {readFile} from 'node:fs/promises';
import {dirname, join, relative, resolve} from 'node:path';
import {LineCounter, isNode, parseDocument} from 'yaml';
import * as z from 'zod';
import {SEVERITIES, rules} from '../core';
import {UserError} from './user-error';

export const CONFIG_FILE = 'runbook.config.yaml';

const globs = z.array(z.string().min(1));

const ruleIds = rules.map(rule => rule.id);

const schema = z.strictObject({
  paths: globs.default(['.']),
  ignore: globs.default([]),
  rules: z.partialRecord(z.enum(ruleIds), z.enum([...SEVERITIES, 'off'])).default({}),
  inventory: z
    .strictObject({
      kubernetes: globs.default([]),
      rules: globs.default([]),
      metrics: globs.default([]),
    })
    .optional(),
});

/** What `runbook.config.yaml` says; defaults where it is silent or absent. */
export type Config = z.infer<typeof schema>;

/** A configuration and the folder that its relative paths start from. */
export type LoadedConfig = {readonly config: Config; readonly root: string};

/**
 * Reads the given file, else the nearest `runbook.config.yaml` from `cwd` upwards. Without one,
 * the project is the working directory. Throws UserError with a place for what does not fit.
 */
export async function loadConfig(cwd: string, path: string | undefined): Promise<LoadedConfig> {
  if (path !== undefined) {
    const file = resolve(cwd, path);
    return {config: check(await readGiven(file, path), path), root: dirname(file)};
  }
  for (const folder of ancestors(cwd)) {
    const file = join(folder, CONFIG_FILE);
    const source = await readFile(file, 'utf8').catch(() => undefined);
    if (source !== undefined) return {config: check(source, relative(cwd, file)), root: folder};
  }
  return {config: schema.parse({}), root: cwd};
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

function check(source: string, shown: string): Config {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(source, {lineCounter, logLevel: 'silent'});
  const fail = (message: string, offset: number): never => {
    const {line, col} = lineCounter.linePos(offset);
    throw new UserError(`${shown}:${line}:${col}: ${message}`, {
      hint: 'The keys are paths, ignore, rules and inventory.',
    });
  };
  const [error] = yaml.errors;
  if (error !== undefined) fail(error.message.split('\n')[0] ?? error.message, error.pos[0]);
  const result = schema.safeParse(toData(yaml) ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const node = yaml.getIn([...path, ...keys.slice(0, 1)], true) ?? yaml.getIn(path, true);
  const name = [...path, ...keys.slice(0, 1)].map(String).join('.');
  return fail(
    `${name === '' ? 'The file' : `\`${name}\``}: ${issue?.message ?? 'does not fit'}.`,
    isNode(node) ? (node.range?.[0] ?? 0) : 0,
  );
}

/** An alias bomb makes `toJS` throw; the check of the shape then says that there is no mapping. */
function toData(yaml: ReturnType<typeof parseDocument>): unknown {
  try {
    return yaml.toJS({maxAliasCount: 100});
  } catch {
    return 'an alias bomb';
  }
}

function* ancestors(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* ancestors(parent);
}
