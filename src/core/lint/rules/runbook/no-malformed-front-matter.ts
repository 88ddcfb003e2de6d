import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-malformed-front-matter',
  summary:
    'Disallow front matter that is not YAML, or a `runbook` key with unknown or unfit values',
  why: 'What cannot be read is left out: the alert then has no page, or the runner does not know an input.',
  severity: 'error',
  messages: {
    syntax: 'Found {{found}} in the front matter, expected YAML.',
    value: 'Found `runbook.{{found}}` in the front matter, expected {{expected}}.',
  },
  examples: {
    good: [
      {
        title: 'alert, severity and an input',
        source:
          '---\ntitle: High error rate\nrunbook:\n  alert: HighErrorRate\n  severity: critical\n  inputs:\n    REVISION: {description: The revision to go back to, type: int}\n---\n\n```bash {"name":"undo"}\nkubectl rollout undo deploy/web --to-revision="$REVISION"\n```\n',
      },
      {
        title: 'front matter of somebody else',
        source: '---\ndate: 2024-01-01\ntags: [a, b]\n---\n\nText\n',
      },
    ],
    bad: [
      {
        title: 'an unknown type',
        source:
          '---\nrunbook:\n  inputs:\n    REVISION: {description: The revision, type: number}\n---\n\n```bash\necho "$REVISION"\n```\n',
        reports: [
          '4:49-4:55 Found `runbook.inputs.REVISION.type` in the front matter, expected one of `string`, `int`, `bool`, `enum`, `k8s-name`, `namespace`, `label-selector`, `duration`, `port`, `url`, `ipv4`, `cidr`, `path`, `secret`, `regex`.',
        ],
      },
      {
        title: 'a list that is never closed',
        source: '---\ntitle: [High error rate\n---\n\nText\n',
        reports: [
          '3:1-3:2 Found a mistake (Flow sequence in block collection must be sufficiently indented and end with a ]) in the front matter, expected YAML.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      problem({code, found, expected, span}) {
        if (code === 'front-matter-value')
          report({at: span, message: 'value', data: {found, expected}});
        if (code === 'front-matter-syntax') {
          report({
            at: span,
            message: 'syntax',
            data: {found: `a mistake (${found.replace(/\.$/, '')})`},
          });
        }
      },
    };
  },
});
