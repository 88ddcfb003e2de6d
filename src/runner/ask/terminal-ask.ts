import {printable} from '../../core';
import type {Step} from '../../core';
import {flawWords} from '../report';
import type {Ask, ConsentQuestion, InputQuestion, InputReply, ManualReply} from './ask';
import {choiceLines, pickChoice, unavailableWords} from './choice-list';
import {consentLines} from './consent-lines';
import {consentTarget} from './consent-target';
import {canPick, pickOnTerminal} from './pick-on-terminal';
import type {PickTerminal} from './pick-on-terminal';
import {readLine, readSecret} from './read-line';
import type {LineSource} from './read-line';

export type AskTerminal = {
  readonly stdin: LineSource;
  /** Where the questions are written. */
  readonly talk: PickTerminal['talk'];
  /** The variable TERM. */
  readonly term?: string | undefined;
};

const LAST_TIME = 'as last time';

/** Questions for a person, in plain lines, so that they work on every terminal. */
export function terminalAsk({stdin, talk, term}: AskTerminal): Ask {
  async function question(text: string, signal: AbortSignal): Promise<string | null> {
    talk.write(text);
    const line = await readLine(stdin, signal);
    if (line === null) talk.write('\n');
    return line?.trim() ?? null;
  }

  async function choose<Answer extends string>(
    text: string,
    answers: Readonly<Record<string, Answer>>,
    signal: AbortSignal,
  ): Promise<Answer | 'stop'> {
    for (;;) {
      const line = await question(text, signal);
      if (line === null) return 'stop';
      const answer = answers[line.toLowerCase()];
      if (answer !== undefined) return answer;
    }
  }

  async function consent(
    asked: ConsentQuestion,
    signal: AbortSignal,
  ): Promise<'run' | 'skip' | 'stop'> {
    talk.write(lines(consentLines(asked)));
    if (asked.planned.consent !== 'type') {
      const answers = {
        y: 'run',
        yes: 'run',
        s: 'skip',
        skip: 'skip',
        n: 'stop',
        no: 'stop',
        '': 'stop',
      } as const;
      return choose('  Run it? [y = yes, s = skip it, N = stop here] ', answers, signal);
    }
    const {kind, name} = consentTarget(asked);
    const answers = {[name.toLowerCase()]: 'run', s: 'skip', skip: 'skip', '': 'stop'} as const;
    return choose(
      `  Type \`${printable(name)}\`, the ${kind}, to run it, s to skip it; Enter stops here: `,
      answers,
      signal,
    );
  }

  async function typeAnswer(
    prompt: string,
    {input: {type}, choices}: InputQuestion,
    signal: AbortSignal,
  ): Promise<string | null> {
    const isSecret = type === 'secret';
    if (isSecret) talk.write(prompt);
    const typed = isSecret ? await readSecret(stdin, signal) : await question(prompt, signal);
    if (isSecret || typed === null) talk.write('\n');
    return typed === null || typed === '' ? typed : pickChoice(choices.values, typed);
  }

  /** The empty string where the person goes back; null where everything ends. */
  async function pick(
    prompt: string,
    {choices, remembered}: InputQuestion,
    signal: AbortSignal,
  ): Promise<string | null> {
    const items = choices.values
      .toSorted((a, b) => Number(b === remembered) - Number(a === remembered))
      .map(label => ({label, detail: label === remembered ? LAST_TIME : '', keywords: []}));
    const reply = await pickOnTerminal({stdin, talk}, {prompt, items, takesTyped: true}, signal);
    switch (reply.kind) {
      case 'picked':
        return reply.item.label;
      case 'typed':
        return reply.text;
      case 'canceled':
        return '';
      case 'stop':
        return null;
    }
  }

  async function input(asked: InputQuestion, signal: AbortSignal): Promise<InputReply> {
    const isPicked = asked.choices.values.length > 0 && canPick({stdin, talk, term});
    talk.write(lines(inputLines(asked, {list: isPicked ? 'drawn' : 'written'})));
    const {remembered} = asked;
    const said =
      remembered === undefined || isPicked ? '' : ` [${printable(remembered)}, ${LAST_TIME}]`;
    const prompt = `  ${asked.input.name}${said}: `;
    const typed = isPicked
      ? await pick(prompt, asked, signal)
      : await typeAnswer(prompt, asked, signal);
    if (typed === null) return {kind: 'stop'};
    if (typed !== '') return {kind: 'value', value: typed};
    if (remembered !== undefined && !isPicked) return {kind: 'value', value: remembered};
    const answers = {
      s: 'skip',
      skip: 'skip',
      '': 'stop',
      n: 'stop',
      no: 'stop',
      b: 'back',
      back: 'back',
    } as const;
    const kind = await choose(
      '  No value. [s = skip this step, b = back to the question, N = stop here] ',
      answers,
      signal,
    );
    return kind === 'back' ? input({...asked, flaw: null}, signal) : {kind};
  }

  async function manual(_step: Step, signal: AbortSignal): Promise<ManualReply> {
    for (;;) {
      const line = await question(
        '  Done? [d = done, s = skip it, q = stop here; a note may follow: d looks fine] ',
        signal,
      );
      if (line === null) return {answer: 'stop', note: null};
      const [, word = '', note = ''] = /^(\S*)\s*([^]*)$/.exec(line) ?? [];
      const answer = MANUAL_ANSWERS[word.toLowerCase()];
      if (answer !== undefined) return {answer, note: note === '' ? null : note};
    }
  }

  return {input, consent, manual};
}

const MANUAL_ANSWERS: Readonly<Record<string, ManualReply['answer']>> = {
  d: 'done',
  done: 'done',
  y: 'done',
  yes: 'done',
  s: 'skip',
  skip: 'skip',
  q: 'stop',
  stop: 'stop',
};

function inputLines(
  {input, choices, flaw}: InputQuestion,
  {list}: {readonly list: 'drawn' | 'written'},
): readonly string[] {
  if (flaw !== null) return [`  ${flawWords(flaw)}`];
  const example = input.example === null ? '' : `, such as ${input.example}`;
  return [
    `  ${input.name}: ${input.description} (${input.type}${example})`,
    ...(choices.unavailable === null ? [] : [`  ${unavailableWords(choices.unavailable)}`]),
    ...(list === 'drawn' ? [] : choiceLines(choices.values)).map(line => `    ${line}`),
  ];
}

function lines(texts: readonly string[]): string {
  return texts.map(text => `${text}\n`).join('');
}
