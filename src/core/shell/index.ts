export {normalizeScript} from './normalize';
export type {NormalizedScript, NormalizeOptions} from './normalize';
export {type CommandLayer, commandLayers} from './layers';
export {parseShell} from './parse';
export {pipedInto} from './pipes';
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
