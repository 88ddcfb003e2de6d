import type {Step} from '../../core';
import type {AfterInterrupt} from '../interrupts';
import {readLine} from './read-line';
import type {AskTerminal} from './terminal-ask';

const ANSWERS: Readonly<Record<string, AfterInterrupt>> = {
  a: 'again',
  again: 'again',
  s: 'skip',
  skip: 'skip',
  '': 'stop',
  q: 'stop',
  stop: 'stop',
};

/** What now, after a step was ended by Ctrl-C? The end of the input is a `stop`. */
export async function askAfterInterrupt(
  {name}: Step,
  {stdin, talk, signal}: AskTerminal & {readonly signal: AbortSignal},
): Promise<AfterInterrupt> {
  for (;;) {
    talk.write(
      `  \`${name}\` was ended. [a = run it again, s = skip it and go on, Q = stop here] `,
    );
    const line = await readLine(stdin, signal);
    if (line === null) return 'stop';
    const answer = ANSWERS[line.trim().toLowerCase()];
    if (answer !== undefined) return answer;
  }
}
