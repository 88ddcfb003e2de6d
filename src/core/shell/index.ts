export {analyzeEffect, type EffectAnalysis, type EffectReason} from './effect/analyze';
export type {ReasonCode} from './effect/define-tool';
export {type Effect, EFFECTS, maxEffect, type Trait} from './effect/effect';
export {normalizeScript} from './normalize';
export type {NormalizedScript, NormalizeOptions} from './normalize';
export {allVariables} from './all-variables';
export {type CommandLayer, commandLayers, programName} from './layers';
export {charactersOf, type Character} from './nested-script';
export {parseShell} from './parse';
export {pipedInto} from './pipes';
export {type CalledProgram, functionsDefined, programsCalled} from './programs';
export type {
  Assignment,
  Comment,
  Enclosure,
  FunctionDefinition,
  Heredoc,
  Pipeline,
  Quote,
  Redirect,
  Shell,
  ShellError,
  SimpleCommand,
  Span,
  Stage,
  Variable,
  Word,
  WordPart,
} from './types';
