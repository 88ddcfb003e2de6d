import {helmCalls} from '../../tool/helm-call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/require-helm-revision',
  summary: 'Require the revision for `helm rollback`',
  why: 'Without it helm goes to the revision before this one, which after a first rollback is the bad one again.',
  severity: 'warning',
  messages: {
    revision:
      'Found `helm rollback {{release}}` without a revision, expected one from `helm history {{release}}`.',
  },
  examples: {
    good: [
      {
        title: 'a revision',
        source: '```bash\nhelm history backend\nhelm rollback backend 12 --wait\n```\n',
      },
    ],
    bad: [
      {
        title: 'whatever was before',
        source: '```bash\nhelm rollback backend -n sql-studio --wait\n```\n',
        reports: [
          '2:6-2:22 Found `helm rollback backend` without a revision, expected one from `helm history backend`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {verb, args} of helmCalls(node)) {
          const [release, revision] = args;
          if (verb.value !== 'rollback' || release === undefined || revision !== undefined)
            continue;
          const at = node.place(verb.start, release.end);
          report({at, message: 'revision', data: {release: release.text}});
        }
      },
    };
  },
});
