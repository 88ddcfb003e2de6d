import {defineRule} from '../../rule';
import {isDate} from '../../suppressions';

export default defineRule({
  id: 'runbook/no-expired-ignore',
  summary: 'Disallow a `runbook-ignore` comment whose day has passed',
  why: 'It was a promise to mend something by that day; since then the comment silences nothing.',
  severity: 'warning',
  messages: {
    expired: 'Found `until {{date}}`, which has passed, expected the finding to be mended by now.',
    date: 'Found `until {{date}}`, expected a day such as `2026-12-31`.',
  },
  examples: {
    good: [
      {
        title: 'a comment for ever, and one for a day that has not come',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder -- filled in by hand\nkubectl describe pod <pod>\n# runbook-ignore shell/no-angle-placeholder until 2099-12-31 -- becomes an input\nkubectl delete pod <pod>\n```\n',
      },
    ],
    bad: [
      {
        title: 'a day that has passed',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder until 2026-03-31 -- becomes an input\nkubectl describe pod <pod>\n```\n',
        today: '2026-06-01',
        reports: [
          '2:1-2:81 Found `until 2026-03-31`, which has passed, expected the finding to be mended by now.',
        ],
      },
      {
        title: 'words where a day should be',
        source:
          '```bash\n# runbook-ignore shell/no-angle-placeholder until next week -- becomes an input\nkubectl describe pod <pod>\n```\n',
        reports: ['2:1-2:80 Found `until next week`, expected a day such as `2026-12-31`.'],
      },
    ],
  },
  check({report}) {
    return {
      suppression({span: at, until: date, expired}) {
        if (date === undefined) return;
        if (expired) report({at, message: 'expired', data: {date}});
        else if (!isDate(date)) report({at, message: 'date', data: {date}});
      },
    };
  },
});
