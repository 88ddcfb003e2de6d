import {commandLayers, parseShell, programName} from '../../core';
import type {PlannedInput, PlannedStep} from '../plan';
import type {OtherContexts} from './pin-context';

/** What the commands of a plan want of a kubeconfig. */
export type KubeUse = {
  readonly used: 'yes' | 'no';
  /** Contexts that a command names by itself, as in `kubectl --context staging get pods`. */
  readonly named: OtherContexts;
};

/** Programs that read KUBECONFIG. */
const PROGRAMS = new Set(['kubectl', 'helm', 'oc', 'k9s', 'stern', 'flux', 'istioctl']);

const CONTEXT_OPTIONS = ['--context', '--kube-context'];

/** Looks through the scripts of the steps and the commands that list choices. */
export function kubeUseOf({
  steps,
  inputs,
}: {
  readonly steps: readonly PlannedStep[];
  readonly inputs: readonly PlannedInput[];
}): KubeUse {
  const scripts = [
    ...steps.flatMap(({step}) => (step.kind === 'command' ? [step.script] : [])),
    ...inputs.flatMap(({input}) => input.choices ?? []),
  ];
  const calls = scripts
    .flatMap(script => parseShell(script).commands.flatMap(commandLayers))
    .filter(({argv, away}) => !away && PROGRAMS.has(programName(argv[0]) ?? ''));
  const words = calls.flatMap(({argv}) => contextWords(argv));
  const given = new Map(inputs.map(({input, given}) => [input.name, given?.value]));
  const names = words.map(word => word.value ?? given.get(variableOf(word.text) ?? ''));
  const known = names.filter(name => name !== undefined);
  return {
    used: calls.length > 0 ? 'yes' : 'no',
    named: known.length < names.length ? 'all' : new Set(known),
  };
}

type ContextWord = {readonly text: string; readonly value: string | undefined};

function contextWords(argv: readonly ContextWord[]): readonly ContextWord[] {
  return argv.flatMap((word, index): readonly ContextWord[] => {
    const option = CONTEXT_OPTIONS.find(
      name => word.text === name || word.text.startsWith(`${name}=`),
    );
    if (option === undefined) return [];
    if (word.text === option) return argv.slice(index + 1, index + 2);
    const from = option.length + 1;
    return [{text: word.text.slice(from), value: word.value?.slice(from)}];
  });
}

/** The name of a variable that is the whole word: `$A`, `"$A"`, `${A}`. */
function variableOf(text: string): string | undefined {
  return /^"?\$(?:\{(\w+)\}|(\w+))"?$/.exec(text)?.slice(1).find(Boolean);
}
