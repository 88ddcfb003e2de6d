import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import process from 'node:process';
import * as z from 'zod';
import type {Memory, Plan} from '../../runner';
import type {Io} from '../io';

/** By kube context (empty where there is none), runbook and input. */
const answers = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())));

type Answers = z.infer<typeof answers>;

/**
 * What a person answered in earlier runs of a runbook in the same kube context. A file that cannot
 * be read or written costs a little typing and nothing else.
 */
export function rememberedAnswers(
  {kube, runbook: {slug}}: Pick<Plan, 'kube' | 'runbook'>,
  env: Io['env'],
): Memory {
  const file = answersFile(env);
  const context = kube?.context ?? '';
  if (file === undefined) return {recall: () => undefined, keep: () => undefined};
  return {
    recall: input => read(file)[context]?.[slug]?.[input],
    keep(input, value) {
      // Read again: another run may have added to it since.
      const all = read(file);
      const runbooks = all[context] ?? {};
      const next = {...runbooks, [slug]: {...runbooks[slug], [input]: value}};
      write(file, {...all, [context]: next});
    },
  };
}

/** In the folder for the state of programs, as the XDG Base Directory Specification has it. */
function answersFile({XDG_STATE_HOME, HOME}: Io['env']): string | undefined {
  if (XDG_STATE_HOME?.startsWith('/')) return join(XDG_STATE_HOME, 'runbook', 'answers.json');
  return HOME?.startsWith('/')
    ? join(HOME, '.local', 'state', 'runbook', 'answers.json')
    : undefined;
}

function read(file: string): Answers {
  try {
    return answers.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function write(file: string, all: Answers): void {
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), {recursive: true, mode: 0o700});
    writeFileSync(part, `${JSON.stringify(all, undefined, 2)}\n`, {mode: 0o600});
    renameSync(part, file);
  } catch {
    // Nothing is lost but what would have been remembered.
  }
}
