import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/require-ignore-reason',
  summary: 'Require a known rule and a reason in each `runbook-ignore` comment',
  why: 'Without a reason nobody can tell later whether the finding may come back; without a known rule the comment silences nothing.',
  severity: 'error',
  messages: {
    reason:
      'Found `runbook-ignore` without a reason, expected ` -- ` and why the finding is right to stay.',
    rules:
      'Found `runbook-ignore` without a rule, expected one such as `shell/no-bare-placeholder`.',
    unknown: 'Found the rule `{{rule}}`, expected one that exists.',
    similar: 'Found the rule `{{rule}}`, which does not exist, expected `{{similar}}`.',
  },
  examples: {
    good: [
      {
        title: 'a rule and a reason',
        source:
          '<!-- runbook-ignore shell/no-bare-placeholder -- the exercise is to find the mistake -->\n```bash\nkubectl describe pod POD_NAME\n```\n',
      },
    ],
    bad: [
      {
        title: 'no reason',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder\nkubectl describe pod <pod>\n```\n',
        reports: [
          '2:1-2:44 Found `runbook-ignore` without a reason, expected ` -- ` and why the finding is right to stay.',
        ],
      },
      {
        title: 'a comment that does not say what it silences, and a rule that nobody has',
        source: '<!-- runbook-ignore -->\n\n<!-- runbook-ignore-file house/style -- ours -->\n',
        reports: [
          '1:1-1:24 Found `runbook-ignore` without a rule, expected one such as `shell/no-bare-placeholder`.',
          '3:1-3:49 Found the rule `house/style`, expected one that exists.',
        ],
      },
      {
        title: 'a rule that does not exist',
        source: '<!-- runbook-ignore shell/no-placeholder -- we like it -->\n\nText\n',
        reports: [
          '1:1-1:59 Found the rule `shell/no-placeholder`, which does not exist, expected `shell/no-bare-placeholder`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      suppression({span: at, reason, rules, unknown}) {
        if (rules.length === 0) report({at, message: 'rules', data: {}});
        else if (reason === '') report({at, message: 'reason', data: {}});
        for (const {rule, similar} of unknown) {
          if (similar === undefined) report({at, message: 'unknown', data: {rule}});
          else report({at, message: 'similar', data: {rule, similar}});
        }
      },
    };
  },
});
