import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {SEVERITIES, rules as ownRules} from '../core';
import type {Rule} from '../core';
import {checkRules} from './check-rules';
import type {LoadedConfig} from './config';
import {UserError} from './user-error';

/** Loads the rules of a project's own modules, and checks that every configured rule exists. */
export async function loadPlugins(loaded: LoadedConfig): Promise<readonly Rule[]> {
  const {config} = loaded;
  const found: Rule[] = [];
  for (const [index, path] of config.plugins.entries()) {
    for (const rule of await loadModule(path, index, loaded)) {
      const isTaken = [...ownRules, ...found].some(({id}) => id === rule.id);
      if (isTaken) throw misfit(path, `its rule \`${rule.id}\` has the name of another one`);
      found.push(rule);
    }
  }
  checkRules(loaded, [...ownRules, ...found]);
  return found;
}

async function loadModule(
  path: string,
  index: number,
  {root, errorAt}: LoadedConfig,
): Promise<readonly Rule[]> {
  const module = await load(resolve(root, path)).catch((cause: unknown) => {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw errorAt(['plugins', index], `\`${path}\` could not be loaded: ${reason}`, LOADABLE);
  });
  const rules = listIn(module);
  if (rules === undefined) throw misfit(path, 'it exports no list `rules`');
  return rules.map((rule, at) => {
    if (!isRule(rule)) throw misfit(path, `rules[${at}] is no rule`);
    return rule;
  });
}

const LOADABLE = 'Give the path of a JavaScript module (.js, .mjs or .cjs).';

function load(file: string): Promise<unknown> {
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

function misfit(path: string, what: string): UserError {
  return new UserError(`The plugin \`${path}\` cannot be used: ${what}.`, {
    hint: 'A plugin exports `rules`, a list of what `defineRule` of howlerops-runbooks makes.',
  });
}

/** `export const rules`, or the same of a CommonJS module. */
function listIn(module: unknown): readonly unknown[] | undefined {
  const own = property(module, 'rules') ?? property(property(module, 'default'), 'rules');
  return Array.isArray(own) ? own : undefined;
}

function isRule(value: unknown): value is Rule {
  const text = (name: string) => typeof property(value, name) === 'string';
  const id = property(value, 'id');
  return (
    typeof id === 'string' &&
    /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) &&
    text('summary') &&
    text('why') &&
    SEVERITIES.some(severity => severity === property(value, 'severity')) &&
    typeof property(value, 'messages') === 'object' &&
    typeof property(value, 'check') === 'function' &&
    Object.values(property(value, 'options') ?? {}).every(isOption)
  );
}

function isOption(value: unknown): boolean {
  const example = property(value, 'example');
  return (
    typeof property(value, 'summary') === 'string' && Array.isArray(example) && example.length > 0
  );
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
