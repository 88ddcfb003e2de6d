import {printable} from '../../core';
import type {Runbook} from '../../core';
import type {InputProblem} from '../inputs';
import type {Obstacle, SelectionProblem} from '../plan';
import {flawWords, placeOf} from './step-words';

/** One line for what keeps a run from starting, with the option that helps. */
export function obstacleWords(obstacle: Obstacle, runbook: Runbook): string {
  switch (obstacle.kind) {
    case 'consent': {
      const {step, effect} = obstacle;
      const does = effect === 'destroy' ? 'destroys something' : 'changes something';
      return `${step.name} ${does} (${placeOf(runbook, step)}): agree with \`--yes --allow ${effect}\`.`;
    }
    case 'input': {
      const {input, users} = obstacle;
      const names = users.map(({name}) => name).join(', ');
      return `${names} ${users.length === 1 ? 'needs' : 'need'} ${input.name} (${input.description.replace(/\.$/, '')}): give it with \`--set ${input.name}=${input.example ?? 'VALUE'}\`.`;
    }
    case 'manual': {
      const names = obstacle.steps.map(({name}) => name).join(', ');
      return `${names} ${obstacle.steps.length === 1 ? 'is' : 'are'} for a person to do: pass over such steps with \`--yes\`, or choose steps with \`--only\`.`;
    }
    case 'gate': {
      const {step, neededBy} = obstacle;
      return `${step.name} is for a person to do (${placeOf(runbook, step)}), and ${neededBy} needs it: run this in a terminal, or choose other steps with \`--only\`.`;
    }
    case 'interactive':
      return `${obstacle.step.name} is interactive (${placeOf(runbook, obstacle.step)}): run this in a terminal, in text format, or choose other steps with \`--only\`.`;
    case 'prometheus': {
      const names = obstacle.steps.map(({name}) => name).join(', ');
      return `${names} ${obstacle.steps.length === 1 ? 'is a query' : 'are queries'}: name the server with \`--prometheus URL\` or PROMETHEUS_URL, or choose other steps with \`--only\`.`;
    }
  }
}

/** Why the steps to run could not be settled. */
export function selectionWords(problem: SelectionProblem, runbook: Runbook): string {
  switch (problem.kind) {
    case 'unknown-step': {
      const wanted = problem.option === '--only' ? 'step or phase' : 'step';
      return `\`${problem.name}\` is no ${wanted} of ${runbook.path}.`;
    }
    case 'unknown-need':
      return `${problem.step.name} needs \`${problem.name}\` (${placeOf(runbook, problem.step)}), which is no step of the page.`;
    case 'duplicate-name':
      return `${runbook.path} has more than one step \`${problem.name}\`: lines ${problem.lines.join(', ')}. Give each its own name.`;
    case 'cycle':
      return `These steps of ${runbook.path} need each other in a circle: ${problem.names.join(' → ')}.`;
    case 'nothing-chosen':
      return `${runbook.path} has no step to run.`;
  }
}

/** What is wrong with a value that somebody gave. The value of a secret is not repeated. */
export function inputProblemWords({input, given, flaw}: InputProblem): string {
  const found = input.type === 'secret' ? 'Its value' : `\`${printable(given.value)}\``;
  return `${input.name}: ${found} does not fit (from ${originWords(given.origin)}). ${flawWords(flaw)}`;
}

function originWords(origin: InputProblem['given']['origin']): string {
  return origin === 'environment'
    ? 'the environment'
    : origin === 'default'
      ? 'its default'
      : origin;
}
