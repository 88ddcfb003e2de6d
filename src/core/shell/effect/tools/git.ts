import {defineTool, listOf, verbsOf} from '../define-tool';

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
});
