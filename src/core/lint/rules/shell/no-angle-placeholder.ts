import {anglePlaceholders} from '../../shell/angle-placeholder';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-angle-placeholder',
  summary: 'Disallow placeholders in angle brackets in shell blocks',
  why: 'bash reads `<pod> -n ns` as two redirects: from a file `pod`, into a file `-n`. Copied as it stands, the command does something else than it shows.',
  severity: 'warning',
  messages: {
    placeholder:
      'Found the placeholder `{{placeholder}}`, expected an input such as `"${{variable}}"`; bash reads it as a redirect.',
  },
  examples: {
    good: [
      {
        title: 'an input',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod that restarts}\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD" -n sql-studio\n```\n',
      },
      {
        title: 'redirects, comparisons and markup',
        source:
          '```bash\nsort < in > out\nawk \'$1<2 && $3>4\' "$FILE"\ncurl -d "<id>" localhost:8080 # <id> is a number\n```\n',
      },
    ],
    bad: [
      {
        title: 'a redirect in disguise',
        source: '```bash\nkubectl logs <pod-name> -n sql-studio\n```\n',
        reports: [
          '2:14-2:24 Found the placeholder `<pod-name>`, expected an input such as `"$POD_NAME"`; bash reads it as a redirect.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        if (script.block.step !== undefined) return;
        for (const {text, variable, start, end} of anglePlaceholders(script)) {
          const data = {placeholder: text, variable};
          report({at: script.place(start, end), message: 'placeholder', data});
        }
      },
    };
  },
});
