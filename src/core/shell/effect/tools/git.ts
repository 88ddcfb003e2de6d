import {type Call, defineTool, listOf, type Verdict, verbsOf} from '../define-tool';
import {verdicts} from '../judge';

export const git = defineTool({
  names: ['git'],
  effect: 'change',
  takes: listOf('-C, -c, --git-dir, --work-tree, -n, --since, --author, --format'),
  verbs: {
    ...verbsOf(
      'read',
      'status, log, show, diff, blame, describe, rev-parse, ls-files, ls-remote, remote, ' +
        'shortlog',
    ),
    ...verbsOf(
      'read',
      'grep, cat-file, branch, tag, config, reflog, fetch, bisect, rev-list, version, ' +
        'help, archive',
    ),
    ...verbsOf(
      'change',
      'add, commit, push, pull, merge, rebase, checkout, switch, clone, revert, stash, init',
    ),
    ...verbsOf('destroy', 'clean, reset, gc, filter-branch, prune'),
  },
  flags: {
    '--force': 'destroy',
    '--hard': 'destroy',
    '-D': 'destroy',
    '--delete': 'destroy',
    '--amend': 'change',
  },
  safe: ['--dry-run', '-h'],
  judge: judgeNamed,
});

/** These list without an argument, and make or set what one names. */
function judgeNamed(call: Call): readonly Verdict[] {
  const [verb, named] = call.arguments;
  if (named === undefined || call.flag('--get', '--list', '-l') !== undefined) return [];
  const makes = ['branch', 'tag', 'config'].includes(verb?.value ?? '');
  return makes || ['add', 'remove', 'set-url', 'rename'].includes(named.value ?? '')
    ? verdicts('change', named, 'argument')
    : [];
}
