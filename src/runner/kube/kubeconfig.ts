import {dirname, isAbsolute, resolve} from 'node:path';
import {parse} from 'yaml';
import * as z from 'zod';

/** One file that KUBECONFIG names; `path` is absolute. */
export type KubeconfigFile = {readonly path: string; readonly text: string};

/** What kubectl makes of its files; only what choosing a context needs is looked into. */
export type Kubeconfig = {
  /** The empty string where no file names one. */
  readonly currentContext: string;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
};

type Entry = Readonly<Record<string, unknown>>;

const entry = z.record(z.string(), z.unknown());
const context = z.looseObject({
  cluster: z.string().nullish(),
  user: z.string().nullish(),
  namespace: z.string().nullish(),
});
const name = z.coerce.string();

const file = z.looseObject({
  'current-context': z.coerce.string().nullish(),
  contexts: z.array(z.looseObject({name, context: context.nullish()})).nullish(),
  clusters: z.array(z.looseObject({name, cluster: entry.nullish()})).nullish(),
  users: z.array(z.looseObject({name, user: entry.nullish()})).nullish(),
});

type Context = z.infer<typeof context>;

/** Thrown for a file that kubectl could not read either. */
export class KubeconfigError extends Error {
  override readonly name = 'KubeconfigError';
}

/**
 * Joins the files as kubectl does: of two entries with one name the first wins, and the first
 * `current-context` that is not empty. Relative paths of certificates, tokens and plugins are those
 * of the file that names them, and become absolute.
 */
export function mergeKubeconfig(files: readonly KubeconfigFile[]): Kubeconfig {
  const parsed = files.map(source => ({data: parseFile(source), folder: dirname(source.path)}));
  const currents = parsed.map(({data}) => data['current-context'] ?? '');
  return {
    currentContext: currents.find(name => name !== '') ?? '',
    contexts: firstOf(
      parsed.flatMap(({data}) =>
        (data.contexts ?? []).map(({name, context}) => [name, context ?? {}] as const),
      ),
    ),
    clusters: firstOf(
      parsed.flatMap(({data, folder}) =>
        (data.clusters ?? []).map(
          ({name, cluster}) => [name, withPaths(cluster ?? {}, CLUSTER_PATHS, folder)] as const,
        ),
      ),
    ),
    users: firstOf(
      parsed.flatMap(({data, folder}) =>
        (data.users ?? []).map(({name, user}) => [name, withPlugin(user ?? {}, folder)] as const),
      ),
    ),
  };
}

function parseFile({path, text}: KubeconfigFile): z.infer<typeof file> {
  try {
    return file.parse(parse(text, {logLevel: 'error'}) ?? {});
  } catch (cause) {
    const [line = ''] = (cause instanceof Error ? cause.message : '').split('\n');
    const reason = cause instanceof z.ZodError ? 'it is no kubeconfig' : line;
    throw new KubeconfigError(`\`${path}\` could not be read: ${reason}.`, {cause});
  }
}

function firstOf<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const entries = new Map<string, Value>();
  for (const [name, value] of pairs) if (!entries.has(name)) entries.set(name, value);
  return entries;
}

const CLUSTER_PATHS = ['certificate-authority'];
const USER_PATHS = ['client-certificate', 'client-key', 'tokenFile'];

function withPaths(given: Entry, keys: readonly string[], folder: string): Entry {
  const paths = keys.flatMap(key => {
    const value = given[key];
    const isRelative = typeof value === 'string' && value !== '' && !isAbsolute(value);
    return isRelative ? [[key, resolve(folder, value)] as const] : [];
  });
  return {...given, ...Object.fromEntries(paths)};
}

/** A plugin without a slash in its name is looked for in PATH. */
function withPlugin(given: Entry, folder: string): Entry {
  const user = withPaths(given, USER_PATHS, folder);
  const exec = entry.safeParse(user['exec']).data;
  const command = exec?.['command'];
  if (exec === undefined || typeof command !== 'string' || !command.includes('/')) return user;
  return {...user, exec: withPaths(exec, ['command'], folder)};
}
