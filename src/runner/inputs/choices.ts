import {analyzeEffect, parseShell} from '../../core';
import type {Input} from '../../core';
import {shellRequest} from '../process';
import type {Environment, Spawn} from '../process';

/** The values that a person may pick from. */
export type Choices = {
  readonly values: readonly string[];
  /** Why the choices command offers nothing; null where it does or there is none. */
  readonly unavailable: ChoicesFailure | null;
};

export type ChoicesFailure =
  | {readonly kind: 'not-read'; readonly effect: string}
  | {readonly kind: 'failed'; readonly reason: string}
  | {readonly kind: 'timeout'; readonly afterMs: number}
  | {readonly kind: 'empty'};

const TIMEOUT_MS = 15_000;
const MOST_VALUES = 200;
const MOST_BYTES = 1_000_000;

/** Gathers what an input offers: the values of an enum, or the lines that its command prints. */
export async function offerChoices(
  input: Input,
  {
    spawn,
    cwd,
    env,
    signal,
  }: {
    readonly spawn: Spawn;
    readonly cwd: string;
    readonly env: Environment;
    readonly signal: AbortSignal;
  },
): Promise<Choices> {
  if (input.type === 'enum') return {values: input.values, unavailable: null};
  if (input.type === 'bool') return {values: ['true', 'false'], unavailable: null};
  if (input.choices === null) return {values: [], unavailable: null};
  const {effect} = analyzeEffect(parseShell(input.choices));
  if (effect !== 'read') return none({kind: 'not-read', effect});
  const request = shellRequest(
    {language: 'bash', script: input.choices, name: `choices of ${input.name}`},
    {cwd, env, stdio: 'pipes'},
  );
  const output = await collect(spawn, request, signal);
  if (output.kind !== 'lines') return none(output);
  const values = [...new Set(output.lines.map(line => toValue(input, line)))].filter(
    value => value !== '',
  );
  return values.length === 0
    ? none({kind: 'empty'})
    : {values: values.slice(0, MOST_VALUES), unavailable: null};
}

function none(unavailable: ChoicesFailure): Choices {
  return {values: [], unavailable};
}

/** `kubectl get … -o name` prints `pod/web-1` where commands want `web-1`. */
function toValue({type}: Input, line: string): string {
  const value = line.trim();
  return type === 'k8s-name' || type === 'namespace' ? value.replace(/^[^/]*\//, '') : value;
}

type Output = {readonly kind: 'lines'; readonly lines: readonly string[]} | ChoicesFailure;

async function collect(
  spawn: Spawn,
  request: Parameters<Spawn>[0],
  signal: AbortSignal,
): Promise<Output> {
  const gathered = {stdout: '', stderr: ''};
  const running = spawn(request, async ({stream, bytes}) => {
    if (gathered[stream].length > MOST_BYTES) return;
    gathered[stream] += Buffer.from(bytes).toString('latin1');
  });
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const stop = AbortSignal.any([signal, timeout]);
  if (stop.aborted) running.end();
  stop.addEventListener('abort', running.end, {once: true});
  const end = await running.ended;
  stop.removeEventListener('abort', running.end);
  if (timeout.aborted) return {kind: 'timeout', afterMs: TIMEOUT_MS};
  if (end.startError !== null) return {kind: 'failed', reason: end.startError};
  if (end.exitCode === 0) return {kind: 'lines', lines: linesOf(gathered.stdout)};
  const lastWords = linesOf(gathered.stderr).findLast(line => line.trim() !== '');
  return {kind: 'failed', reason: lastWords ?? `exit code ${end.exitCode ?? end.signal ?? '?'}`};
}

function linesOf(binary: string): readonly string[] {
  return Buffer.from(binary, 'latin1').toString('utf8').split(/\r?\n/);
}
