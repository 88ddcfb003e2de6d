import {printable} from '../../core';
import type {PlannedInput} from '../plan';
import {kubeWords, scriptLines} from '../report';
import type {ConsentQuestion} from './ask';

/** All that a person has to see before a step changes something. */
export function consentLines({
  planned: {step, cwd},
  inputs,
  kube,
}: ConsentQuestion): readonly string[] {
  const does = step.effect === 'destroy' ? 'This destroys something' : 'This changes something';
  const place = [
    ...(cwd === null ? [] : [`in ${printable(cwd)}`]),
    ...(kube === null ? [] : [`against ${kubeWords(kube)}`]),
  ].map(words => ` ${words}`);
  return [
    `  ${does} (effect \`${step.effect}\`). It runs${place.join(',')}:`,
    ...scriptLines(step).map(line => `    ${line}`),
    ...inputs.map(input => `  with ${valueWords(input)}`),
  ];
}

function valueWords({input, given}: PlannedInput): string {
  return `${input.name} = ${printable(given?.value ?? '')}${given === null ? '' : `  (${given.origin})`}`;
}
