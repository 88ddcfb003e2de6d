import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-descriptor-file',
  summary: 'Disallow redirects into files that are called `1` or `2`',
  why: '`2>1` writes the errors into a file called `1`. A descriptor needs `&`.',
  severity: 'warning',
  messages: {
    file: 'Found `{{found}}`, which writes to a file called `{{target}}`, expected `>&{{target}}`.',
  },
  examples: {
    good: [
      {
        title: 'descriptors and files',
        source: '```bash\nmake > build.log 2>&1\nls 2>/dev/null >&2\n```\n',
      },
    ],
    bad: [
      {
        title: 'an ampersand too few, or in the wrong place',
        source: '```bash\nmake > build.log 2>1\nmake 2&>1\n```\n',
        reports: [
          '2:18-2:21 Found `2>1`, which writes to a file called `1`, expected `>&1`.',
          '3:7-3:10 Found `&>1`, which writes to a file called `1`, expected `>&1`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script({shell, place}) {
        for (const {operator, target, start, end} of shell.redirects) {
          if (target === undefined || !/^[12]$/.test(target.text)) continue;
          if (!/^&?>{1,2}$/.test(operator)) continue;
          const data = {found: shell.script.slice(start, end), target: target.text};
          report({at: place(start, end), message: 'file', data});
        }
      },
    };
  },
});
