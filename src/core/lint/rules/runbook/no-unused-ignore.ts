import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-unused-ignore',
  summary: 'Disallow a `runbook-ignore` comment that silences nothing',
  why: 'It says that something is wrong where nothing is, and will silence the next mistake in that place.',
  severity: 'warning',
  messages: {
    unused:
      'Found `runbook-ignore` for `{{rule}}`, which reports nothing here, expected no such comment.',
  },
  examples: {
    good: [
      {
        title: 'a comment that is needed',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder -- filled in by hand\nkubectl describe pod <pod>\n```\n',
      },
    ],
    bad: [
      {
        title: 'a mistake that was mended',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder -- filled in by hand\nkubectl describe pod web-0\n```\n',
        reports: [
          '2:1-2:65 Found `runbook-ignore` for `shell/no-angle-placeholder`, which reports nothing here, expected no such comment.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      suppression({span: at, unused}) {
        for (const rule of unused) report({at, message: 'unused', data: {rule}});
      },
    };
  },
});
