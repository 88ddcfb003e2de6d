import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-unclosed-fence',
  summary: 'Disallow a code fence that is never closed',
  why: 'The rest of the list or of the page becomes code: headings, steps and links in it are gone.',
  severity: 'error',
  messages: {
    unclosed:
      'Found an opening fence without its end, expected a closing fence as long as the opening one.',
  },
  examples: {
    good: [{title: 'a fence with its end', source: '````md\n```\n````\n'}],
    bad: [
      {
        title: 'a page that ends in code',
        source: '# Pods\n\n```bash\nkubectl get pods\n\n## Next\n',
        reports: [
          '3:4-3:8 Found an opening fence without its end, expected a closing fence as long as the opening one.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      problem({code, span}) {
        if (code === 'unclosed-fence') report({at: span, message: 'unclosed', data: {}});
      },
    };
  },
});
