import {closest} from '../../core/closest';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {DEFAULT_TIMEOUT_MS, parseDuration, parsePrometheusUrl, shellQuote} from '../../runner';
import type {Effect, PrometheusAddress, Selection} from '../../runner';

/** The options of `runbook run` as the command line gives them. */
export type RunValues = {
  readonly set?: readonly string[];
  readonly allow?: string;
  readonly yes?: boolean;
  readonly from?: string;
  readonly only?: readonly string[];
  readonly prometheus?: string;
  readonly timeout?: string;
  readonly format?: string;
  readonly config?: string;
  readonly context?: string;
  readonly 'env-file'?: string;
};

/** The same, checked. */
export type RunSettings = {
  readonly set: ReadonlyMap<string, string>;
  /** What the person agreed to beforehand. */
  readonly agreed: Effect;
  /** What stands after `--allow`, which counts towards a policy without `--yes` too. */
  readonly allowed: Effect;
  readonly unattended: boolean;
  readonly selection: Selection;
  readonly prometheus: PrometheusAddress | undefined;
  readonly timeoutMs: number;
  readonly format: 'text' | 'ndjson';
  readonly context: string | undefined;
  readonly envFile: string | undefined;
};

const EFFECTS = ['read', 'change', 'destroy'] as const;
const FORMATS = ['text', 'ndjson'] as const;

/** Throws UserError at the first option that does not fit. */
export function readSettings(
  values: RunValues,
  {env, step}: {readonly env: Io['env']; readonly step: string | undefined},
): RunSettings {
  const unattended = values.yes === true;
  const allowed = oneOf(EFFECTS, values.allow ?? 'read', '--allow');
  return {
    set: readPairs(values.set ?? []),
    agreed: unattended ? allowed : 'read',
    allowed,
    unattended,
    selection: readSelection(values, step),
    prometheus: readPrometheus(values.prometheus, env),
    timeoutMs: readTimeout(values.timeout),
    format: oneOf(FORMATS, values.format ?? 'text', '--format'),
    context: values.context,
    envFile: values['env-file'],
  };
}

/** The options that a person has to repeat to go on with the run; no secret is among them. */
export function repeatedOptions(
  values: RunValues,
  {
    settings: {set, prometheus},
    isSecret,
  }: {readonly settings: RunSettings; readonly isSecret: (name: string) => boolean},
): readonly string[] {
  return [
    ...[...set]
      .filter(([name]) => !isSecret(name))
      .flatMap(([name, value]) => spelled('set', `${name}=${value}`)),
    ...(values.yes === true ? ['--yes'] : []),
    ...spelled('allow', values.allow),
    ...(values.prometheus === undefined ? [] : spelled('prometheus', prometheus?.url)),
    ...spelled('timeout', values.timeout),
    ...spelled('config', values.config),
    ...spelled('context', values.context),
    ...spelled('env-file', values['env-file']),
  ];
}

function spelled(option: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`--${option}`, shellQuote(value)];
}

/** Names that no input of the runbook has are typing mistakes. */
export function checkNames(set: RunSettings['set'], declared: readonly string[]): void {
  for (const name of set.keys()) {
    if (declared.includes(name)) continue;
    const near = closest(name, declared);
    throw new UserError(`The runbook has no input \`${name}\`.`, {hint: nameHint(near, declared)});
  }
}

function nameHint(near: string | undefined, declared: readonly string[]): string {
  if (near !== undefined) return `Did you mean \`--set ${near}=…\`?`;
  return declared.length === 0 ? 'It has no inputs.' : `Its inputs are ${declared.join(', ')}.`;
}

function readPairs(pairs: readonly string[]): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^([A-Za-z_]\w*)=([^]*)$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new UserError(`\`--set ${pair.split('=')[0]}\` gives no value.`, {
        hint: 'Write it as `--set NAME=VALUE`, such as `--set POD_NAME=web-1`.',
      });
    }
    if (set.has(name)) {
      throw new UserError(`\`--set ${name}=…\` is given twice.`, {hint: 'Give each input once.'});
    }
    set.set(name, value);
  }
  return set;
}

function readSelection({from, only}: RunValues, step: string | undefined): Selection {
  const given = [
    ...(step === undefined ? [] : [`#${step}`]),
    ...(from === undefined ? [] : ['--from']),
    ...(only === undefined ? [] : ['--only']),
  ];
  if (given.length > 1) {
    throw new UserError(`${given.join(' and ')} choose steps each in its own way.`, {
      hint: 'Use one of `runbook#step`, `--from` and `--only`.',
    });
  }
  const names = (only ?? []).flatMap(list => list.split(',')).map(name => name.trim());
  return {step: step ?? null, from: from ?? null, only: names.filter(name => name !== '')};
}

function readPrometheus(option: string | undefined, env: Io['env']): PrometheusAddress | undefined {
  const inherited = env['PROMETHEUS_URL'] === '' ? undefined : env['PROMETHEUS_URL'];
  const url = option ?? inherited;
  if (url === undefined) return undefined;
  const address = parsePrometheusUrl(url);
  if (address !== undefined) return address;
  const origin = option === undefined ? 'PROMETHEUS_URL' : '`--prometheus`';
  throw new UserError(`${origin} is no HTTP address.`, {
    hint: 'Give the address of the server, such as `http://localhost:9090`.',
  });
}

function readTimeout(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT_MS;
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new UserError(`\`--timeout ${text}\` is no duration.`, {
    hint: 'Write it as `90s`, `10m` or `1h30m`.',
  });
}

function oneOf<const Word extends string>(
  words: readonly Word[],
  given: string,
  option: string,
): Word {
  const word = words.find(candidate => candidate === given);
  if (word !== undefined) return word;
  throw new UserError(`\`${option} ${given}\`: expected one of ${words.join(', ')}.`);
}
