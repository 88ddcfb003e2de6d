import {parseShell} from '../index';

type Case = {readonly script: string; readonly ours: boolean; readonly theirs: boolean};

/** Where we accept what `bash -n` refuses or the reverse, and why. */
export const DISAGREEMENTS: readonly {
  readonly reason: string;
  readonly explains: (found: Case) => boolean;
}[] = [
  {
    reason: 'bash reads what is inside backticks and here-documents only when it runs them',
    explains: ({script, ours}) => !ours && /`|<</.test(script),
  },
  {
    reason: 'bash reads the three parts of `for ((` and other arithmetic only when it runs them',
    explains: ({script, ours}) => !ours && script.includes('(('),
  },
  {
    reason: 'the parser takes `case` for the keyword wherever it stands in a substitution',
    explains: ({script}) => /[$<>]\([^]*\bcase\b/.test(script),
  },
  {
    reason: 'a missing delimiter inside `$(…)` is an error of bash, and one of another kind here',
    explains: ({script, theirs}) =>
      !theirs && parseShell(script).errors.some(({kind}) => kind === 'heredoc'),
  },
  {
    reason: '`${ command; }` is syntax since bash 5.3',
    explains: ({script}) => /\$\{[\s|]/.test(script),
  },
  {
    reason: 'the parser does not ask that an old `$[…]` is closed',
    explains: ({script, ours}) => ours && script.includes('$['),
  },
  {
    reason: 'the parser takes `=(` for an array wherever it stands',
    explains: ({script, ours}) => ours && script.includes('=('),
  },
  {
    reason: 'the parser takes a number before `<` or `>` for a descriptor after another redirect',
    explains: ({script, ours}) => ours && /<\d+>/.test(script),
  },
  {
    reason: 'the parser takes `!` for a command where only a negation can stand',
    explains: ({script, ours}) => ours && /!\s*(?:[&|;)}]|done|fi|then)/.test(script),
  },
  {
    reason: 'the parser takes `for (` for `for ((`',
    explains: ({script, ours}) => ours && /\bfor\s*\((?!\()/.test(script),
  },
  {
    reason: 'the parser skips a `;` without a command before `then` and `do`',
    explains: ({script, ours}) => ours && /;\s*;\s*(?:then|do|fi|done|else)/.test(script),
  },
  {
    reason: 'bash takes a `]]` right after `||` or `&&` for a word',
    explains: ({script, ours}) => !ours && /(?:\|\||&&)\s*\]\]/.test(script),
  },
];
