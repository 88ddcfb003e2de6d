import type {CommandStep, Runbook, Step} from '../../core';
import {parseDuration} from '../duration';
import {needsOf} from '../plan';
import {oneLine, quoted} from './input-checks';
import {queryLines} from './query-lines';

/** The part of the names of functions that is the step's own; no two steps share one. */
export type StepNames = ReadonlyMap<string, string>;

export function nameSteps(steps: readonly Step[]): StepNames {
  const taken = new Set<string>();
  return new Map(
    steps.map(({name}) => {
      const plain = name.replaceAll(/\W/g, '_');
      let own = plain;
      for (let at = 2; taken.has(own); at++) own = `${plain}_${at}`;
      taken.add(own);
      return [name, own] as const;
    }),
  );
}

export function stepFunctionName(name: string, names: StepNames): string {
  return `step_${names.get(name) ?? name}`;
}

/** One step: a comment, its script as a function of its own, and what is around it in a run. */
export function stepFunction(step: Step, runbook: Runbook, names: StepNames): string {
  const traits = step.traits.length === 0 ? '' : `, ${step.traits.join(', ')}`;
  const kind = step.kind === 'command' ? step.effect : step.kind;
  const title = step.kind === 'manual' ? step.text : (step.title ?? '');
  const needs = needsOf(step);
  return [
    `# ${step.name}: ${kind}${traits} (${oneLine(runbook.path)}:${step.line})`,
    ...(step.kind === 'command' ? [...scriptFunction(step, names), ''] : []),
    `${stepFunctionName(step.name, names)}() {`,
    ...needs.map(need => `  ${stepFunctionName(need, names)}`),
    `  ${['runbook_begin', step.name, kind, quoted(oneLine(title)), ...needs].join(' ')} || return 0`,
    ...bodyLines(step, runbook, names).map(line => `  ${line}`),
    '}',
  ].join('\n');
}

/** The script stands as it is on the page: indenting it would change its here-documents. */
function scriptFunction(step: CommandStep, names: StepNames): readonly string[] {
  const {cwd, background, language} = step;
  const script = step.script.replace(/\n+$/, '');
  // A backslash at the end would take the next line in.
  const lines = script.endsWith('\\') ? [script, ''] : [script];
  return [
    `${scriptFunctionName(step, names)}() (`,
    '  runbook_resume',
    ...(background || language === 'sh' ? [] : ['  trap runbook_keep EXIT']),
    ...(cwd === null ? [] : [`  cd -- ${quoted(cwd)}`]),
    ...(language === 'sh' ? posixLines(step, lines) : lines),
    ')',
  ];
}

/** Another shell reads such a block, so that it means what it means there. */
function posixLines({name}: CommandStep, lines: readonly string[]): readonly string[] {
  let mark = 'STEP';
  while (lines.join('\n').split('\n').includes(mark)) mark = `${mark}_`;
  return [
    `  IFS= read -r -d '' runbook_script <<'${mark}' || true`,
    ...lines,
    mark,
    `  exec sh -eu -c "$runbook_script" ${name}`,
  ];
}

function scriptFunctionName({name}: CommandStep, names: StepNames): string {
  return `do_${names.get(name) ?? name}`;
}

function bodyLines(step: Step, runbook: Runbook, names: StepNames): readonly string[] {
  if (step.kind === 'manual') return ['runbook_tick || return 0', "runbook_finish 0 0 ''"];
  if (step.kind === 'query') {
    const seconds = (text: string | null, fallback: number) =>
      Math.ceil(((text === null ? undefined : parseDuration(text)) ?? fallback) / 1000);
    const expect = (step.expect ?? '').replace(/^([<>=!]+)\s*/, '$1 ').toLowerCase();
    return [
      ...queryLines('runbook_text', step),
      'set +e',
      `runbook_ask "$runbook_text" ${quoted(expect)} ${seconds(step.within, 0)} ${seconds(step.every, 5000)}`,
      "runbook_finish $? 0 ''",
    ];
  }
  return commandLines(step, runbook, names);
}

function commandLines(step: CommandStep, {inputs}: Runbook, names: StepNames): readonly string[] {
  const script = scriptFunctionName(step, names);
  const shown = inputs.filter(({name, type}) => type !== 'secret' && step.inputs.includes(name));
  const word = step.effect === 'destroy' ? step.name : 'yes';
  const agree = ['runbook_agree', script, word, ...shown.map(({name}) => name)].join(' ');
  const consent = step.effect === 'read' ? [] : [`${agree} || return 0`];
  if (step.background) {
    return [
      ...consent,
      `runbook_start ${script} ${quoted(step.ready ?? '')}`,
      "runbook_finish 0 0 ''",
    ];
  }
  const run = ['set +e', ...(step.interactive ? onTerminal(script) : [`${script} </dev/null`])];
  const code = step.interactive ? '"$runbook_code"' : '$?';
  // Ctrl-C is how a person leaves `logs -f`.
  const accepted = [...step.exit, ...(step.interactive ? [130] : [])].join(' ');
  return [
    ...consent,
    'runbook_foreground=yes',
    ...run,
    `runbook_finish ${code} ${quoted(accepted)} ${quoted(step.undo ?? '')}`,
  ];
}

/** Ctrl-C is then meant for the step, and not for the script around it. */
function onTerminal(script: string): readonly string[] {
  return ['trap : INT', script, 'runbook_code=$?', "trap 'exit 130' INT"];
}
