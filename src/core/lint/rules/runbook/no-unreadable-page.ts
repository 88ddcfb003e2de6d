import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-unreadable-page',
  summary: 'Disallow a page that cannot be parsed',
  why: 'The site may not build with it, and nothing in it can be checked or run.',
  severity: 'error',
  messages: {
    mdx: 'Found what is no MDX: {{found}}.',
    file: 'Found {{reason}}, expected text in UTF-8.',
    deep: 'Found more nesting or more marks in one paragraph than can be read, expected less of both.',
  },
  examples: {
    good: [{title: 'angle brackets in Markdown', source: 'Fewer than <7 days {left}\n'}],
    bad: [
      {
        title: 'angle brackets in MDX',
        path: 'page.mdx',
        source: 'Fewer than <7 days\n',
        reports: [
          '1:13-1:13 Found what is no MDX: Unexpected character `7` (U+0037) before name, expected a character that can start a name, such as a letter, `$`, or `_`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      'unreadable-file'({part, reason, span}) {
        if (part === 'page') report({at: span, message: 'file', data: {reason}});
      },
      problem({code, found, span}) {
        if (code === 'too-deep') report({at: span, message: 'deep', data: {}});
        if (code !== 'unreadable-mdx') return;
        report({at: span, message: 'mdx', data: {found: found.replace(/\.$/, '')}});
      },
    };
  },
});
