export {parseShell, parseShellAt} from './parse';
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
