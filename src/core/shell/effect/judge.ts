import type {Span, Word} from '../types';
import type {Call, Outcome, ReasonCode, Tool, Verdict} from './define-tool';
import type {Effect, Trait} from './effect';

/** What one call of a tool does, by the tool's tables and its own judgement. */
export function judgeCall(tool: Tool, call: Call): readonly Verdict[] {
  if (isSafe(tool, call)) return [];
  const verb = findVerb(tool, call.arguments);
  const base = verb?.verdicts ?? [
    ...verdicts(tool.effect, call.program, tool.verbs === undefined ? 'program' : 'unknown-verb'),
    ...verdicts(tool.traits ?? [], call.program, 'program'),
  ];
  const flags = Object.entries(tool.flags ?? {}).flatMap(([name, outcome]) => {
    const word = call.flag(name);
    return word === undefined ? [] : verdicts(outcome, word, 'flag');
  });
  const lifts = Object.entries(tool.lifts ?? {}).filter(([name]) => call.flag(name) !== undefined);
  const lifted = new Set<Effect | Trait>(lifts.map(([, trait]) => trait));
  const kept = base.filter(({outcome}) => !lifted.has(outcome));
  return [...kept, ...flags, ...(tool.judge?.(call) ?? [])];
}

export function verdicts(outcome: Outcome, at: Span, code: ReasonCode): readonly Verdict[] {
  const outcomes: readonly (Effect | Trait)[] = typeof outcome === 'string' ? [outcome] : outcome;
  return outcomes
    .filter(one => one !== 'read')
    .map(one => ({outcome: one, at: {start: at.start, end: at.end}, code}));
}

function isSafe({safe = []}: Tool, call: Call): boolean {
  return call.flag('--help', '--version', ...safe) !== undefined;
}

function findVerb({verbs}: Tool, words: readonly Word[]) {
  if (verbs === undefined) return undefined;
  for (const length of [3, 2, 1]) {
    const taken = words.slice(0, length);
    const key = taken.map(({value}) => value ?? '$').join(' ');
    const outcome = Object.hasOwn(verbs, key) ? verbs[key] : undefined;
    const [first, last] = [taken[0], taken.at(-1)];
    if (outcome !== undefined && first !== undefined && last !== undefined) {
      return {verdicts: verdicts(outcome, {start: first.start, end: last.end}, 'verb')};
    }
  }
  return undefined;
}
