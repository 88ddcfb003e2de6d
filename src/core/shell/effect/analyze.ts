import {type CommandLayer, commandLayers, programName} from '../layers';
import {parseShell} from '../parse';
import type {Redirect, Shell, Span} from '../types';
import {readCall} from './call';
import type {ReasonCode, Verdict} from './define-tool';
import {type Effect, isEffect, maxEffect, type Trait, TRAITS} from './effect';
import {isOutputHidden} from './hidden-output';
import {judgeCall, verdicts} from './judge';
import {writesSystem} from './paths';
import {findTool} from './tools';

export type EffectAnalysis = {
  readonly effect: Effect;
  readonly traits: readonly Trait[];
  /** What made it more than a plain `read`, in source order. */
  readonly reasons: readonly EffectReason[];
};

export type EffectReason = Span & {
  readonly outcome: Effect | Trait;
  readonly code: ReasonCode;
  /** The program that does it, as it is called. */
  readonly program: string;
};

/** The most that a script can do, over everything in it, called or not; unknown programs change. */
export function analyzeEffect(script: string | Shell): EffectAnalysis {
  const shell = typeof script === 'string' ? parseShell(script) : script;
  const analysis = known.get(shell) ?? analyze(shell);
  known.set(shell, analysis);
  return analysis;
}

/** Steps and several rules ask about the same script. */
const known = new WeakMap<Shell, EffectAnalysis>();

function analyze(shell: Shell): EffectAnalysis {
  const functions = new Set(shell.functions.map(({name}) => name.value));
  const reasons = [
    ...shell.commands.flatMap(command =>
      commandLayers(command).flatMap(layer => judgeLayer(layer, shell, functions)),
    ),
    ...shell.redirects.flatMap(redirect => judgeRedirect(redirect, {away: false})),
    ...unreadable(shell),
  ].toSorted((a, b) => a.start - b.start);
  const found = new Set(reasons.map(({outcome}) => outcome));
  return {
    effect: maxEffect(...[...found].filter(isEffect)),
    traits: TRAITS.filter(trait => found.has(trait)),
    reasons,
  };
}

function judgeLayer(
  layer: CommandLayer,
  shell: Shell,
  functions: ReadonlySet<string | undefined>,
): readonly EffectReason[] {
  const [program, ...words] = layer.argv;
  const redirects = layer.nested === undefined ? [] : layer.command.redirects;
  const written = redirects.flatMap(redirect => judgeRedirect(redirect, layer));
  if (program === undefined) return written;
  const name = programName(program);
  if (name === undefined)
    return [
      ...written,
      toReason({outcome: 'change', at: program, code: 'expansion'}, program.text),
    ];
  if (isFunction(name, functions, layer)) return written;
  const tool = findTool(name);
  const found =
    tool === undefined
      ? verdicts('change', program, 'unknown-program')
      : judgeCall(
          tool,
          readCall(program, words, tool, {away: layer.away, fed: isFed(layer, shell)}),
        );
  const kept = found.filter(({outcome}) => {
    // In the background nothing waits for it.
    if (outcome === 'blocking') return !layer.command.background;
    return outcome !== 'secrets' || !isOutputHidden(layer, shell);
  });
  return [...written, ...kept.map(verdict => toReason(verdict, name))];
}

function isFunction(
  name: string,
  functions: ReadonlySet<string | undefined>,
  {away, nested}: CommandLayer,
): boolean {
  if (nested?.functions.some(other => other.name.value === name) === true) return true;
  return !away && functions.has(name);
}

function judgeRedirect(
  {operator, target}: Redirect,
  {away}: Pick<CommandLayer, 'away'>,
): readonly EffectReason[] {
  if (target === undefined || !operator.includes('>') || operator === '<>') return [];
  return verdicts(writesSystem(target, {away}), target, 'redirect').map(verdict =>
    toReason(verdict, operator),
  );
}

/** A program that gets its input from a pipe or a file does not wait for a person. */
function isFed({command, nested, via}: CommandLayer, shell: Shell): boolean {
  const stage = command.stage.index;
  const input = command.redirects.some(({operator}) => operator.startsWith('<'));
  const body = (nested ?? shell).commands.length > 0 && stage > 0;
  return input || (body && via !== 'xargs');
}

/** What could not be read could do anything. */
function unreadable({errors}: Shell): readonly EffectReason[] {
  return errors
    .filter(({kind}) => kind === 'nesting')
    .map(({start, end}) => ({outcome: 'change', code: 'expansion', program: '', start, end}));
}

function toReason({outcome, at, code}: Verdict, program: string): EffectReason {
  return {outcome, code, program, start: at.start, end: at.end};
}
