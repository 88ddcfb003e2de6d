import type {Runbook, Step} from '../../core';
import {needsOf, selectSteps} from '../plan';
import {inputFunction, inputFunctionName, oneLine} from './input-checks';
import {BACKGROUND, CONSENT, LIBRARY, MANUAL, QUERIES} from './library';
import {nameSteps, stepFunction, stepFunctionName} from './step-functions';
import type {StepNames} from './step-functions';

/**
 * A runbook as one bash script for machines that have no runner: inputs from the environment,
 * steps as functions, questions before what changes something. Values never become text of it.
 */
export function shellScript(runbook: Runbook, {version}: {readonly version: string}): string {
  const {steps, inputs} = runbook;
  const names = nameSteps(steps);
  const used = inputs.filter(({name}) => steps.some(step => step.inputs.includes(name)));
  const has = (wanted: (step: Step) => boolean) => steps.some(wanted);
  return [
    headOf(runbook, version),
    LIBRARY,
    has(({effect}) => effect !== 'read') ? CONSENT : '',
    has(({kind}) => kind === 'manual') ? MANUAL : '',
    has(isBackground) ? BACKGROUND : '',
    has(({kind}) => kind === 'query') ? QUERIES : '',
    ...used.map(input => `\n${inputFunction(input)}\n`),
    ...steps.map(step => `\n${stepFunction(step, runbook, names)}\n`),
    tailOf(runbook, names),
  ].join('');
}

function headOf({title, description, path, steps, inputs}: Runbook, version: string): string {
  const used = inputs.filter(({name}) => steps.some(step => step.inputs.includes(name)));
  const values = used.map(({name, type, example, description: about}) => {
    const suchAs = example === null ? '' : `, such as ${example}`;
    return `#   ${oneLine(`${name} (${type}${suchAs}): ${about}`)}`;
  });
  return [
    '#!/usr/bin/env bash',
    `# ${oneLine(title)}`,
    ...(description === null ? [] : [`# ${oneLine(description)}`]),
    '#',
    `# Made by runbook ${version} from ${oneLine(path)}; edit that page and not this file.`,
    '# Without arguments it does the steps of a run of everything, else those that are named;',
    '# --list prints their names. It asks before a step changes something. Timeouts of steps are',
    '# not kept here: Ctrl-C ends a step that hangs.',
    ...(values.length === 0 ? [] : ['#', '# Inputs come from the environment:', ...values]),
    ...(steps.some(({kind}) => kind === 'query')
      ? ['#', '# PROMETHEUS_URL is the server that answers the queries.']
      : []),
    '',
    '',
  ].join('\n');
}

/** Every name and every input is checked before the first step. */
function tailOf(runbook: Runbook, names: StepNames): string {
  const {steps} = runbook;
  const chosen = selectSteps(runbook, {step: null, from: null, only: []});
  const all = chosen.steps.map(({step}) => step.name);
  return [
    '',
    'if [ "${1:-}" = --list ] || [ "${1:-}" = --help ]; then',
    "  cat <<'STEPS'",
    ...steps.map(({name, effect, kind}) => `  ${name}  (${kind === 'command' ? effect : kind})`),
    'STEPS',
    '  exit 0',
    'fi',
    ...(all.length === 0 ? [] : [`if [ $# -eq 0 ]; then set -- ${all.join(' ')}; fi`]),
    "runbook_foreground=''",
    'for runbook_name in "$@"; do',
    '  case $runbook_name in',
    ...steps.map(step => `    ${step.name}) ${checksOf(step, runbook).join('; ')} ;;`),
    '    *) runbook_refuse "$runbook_name is no step of this runbook; --list shows them." ;;',
    '  esac',
    'done',
    'for runbook_name in "$@"; do',
    '  case $runbook_name in',
    ...steps.map(({name}) => `    ${name}) ${stepFunctionName(name, names)} ;;`),
    '  esac',
    'done',
    'if [ -n "$runbook_children" ] && [ -z "$runbook_foreground" ]; then',
    '  runbook_say "It runs until you press Ctrl-C."',
    '  wait',
    'fi',
    'runbook_watch',
    'runbook_say "',
    'Done."',
    '',
  ].join('\n');
}

function checksOf(step: Step, runbook: Runbook): readonly string[] {
  const steps = withNeeds(step, runbook);
  const inputs = new Set(steps.flatMap(({inputs}) => inputs));
  const checks = [
    ...[...inputs].map(inputFunctionName),
    ...(steps.some(({kind}) => kind === 'query')
      ? [': "${PROMETHEUS_URL:?The server that answers the queries}"']
      : []),
    ...(steps.some(other => other.kind === 'command' && other.interactive)
      ? [`[ -t 0 ] || runbook_refuse "${step.name} needs a terminal."`]
      : []),
  ];
  return checks.length === 0 ? [':'] : checks;
}

function withNeeds(step: Step, runbook: Runbook): readonly Step[] {
  const found = new Set([step]);
  for (const one of found) {
    for (const need of needsOf(one)) {
      const other = runbook.steps.find(({name}) => name === need);
      if (other !== undefined) found.add(other);
    }
  }
  return [...found];
}

function isBackground(step: Step): boolean {
  return step.kind === 'command' && step.background;
}
