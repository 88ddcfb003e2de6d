import {defineRule} from '../../rule';

/** Keys of Runme that mean nothing to us and nothing wrong. */
const OF_RUNME = new Set(
  'id category closeTerminalOnSuccess openTerminalOnSuccess promptEnv mimeType interpreter terminalRows terminal textBox ignore cellId runme.dev/id'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'runbook/no-malformed-tag',
  summary:
    'Disallow a tag on a code block that cannot be read, or a key or value that means nothing',
  why: 'The block is not the step that its author meant: a timeout is ignored, or there is no step at all.',
  severity: 'error',
  messages: {
    syntax: 'Found {{found}} in the tag, expected {{expected}}.',
    value: 'Found `{{found}}` in the tag, expected {{expected}}.',
  },
  examples: {
    good: [
      {
        title: 'one flat JSON object',
        source:
          '```bash {"name":"check-pods","timeout":"30s"} title="Pods"\nkubectl get pods\n```\n',
      },
      {title: 'no tag', source: '```bash title="Pods" {1}\nkubectl get pods\n```\n'},
      {
        title: 'a key of Runme',
        source: '```sh {"name":"pods","category":"read"}\nkubectl get pods\n```\n',
      },
    ],
    bad: [
      {
        title: 'a key that does not exist',
        source: '```bash {"name":"check-pods","timeuot":"30s"}\nkubectl get pods\n```\n',
        reports: ['1:30-1:45 Found `timeuot` in the tag, expected a key that is known here.'],
      },
      {
        title: 'a value that means nothing',
        source: '```bash {"name":"check-pods","timeout":"soon"}\nkubectl get pods\n```\n',
        reports: [
          '1:30-1:46 Found `timeout` in the tag, expected a duration such as `30s`, `5m` or `1h30m`.',
        ],
      },
      {
        title: 'a list',
        source: '```bash {"name":"check-pods","needs":["a"]}\nkubectl get pods\n```\n',
        reports: [
          '1:9-1:44 Found a value that is a list or an object in the tag, expected one flat JSON object such as `{"name":"check-pods"}`.',
          '1:30-1:43 Found `needs` in the tag, expected a value of type string.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      problem({code, found, expected, span}) {
        if (code === 'tag-syntax') report({at: span, message: 'syntax', data: {found, expected}});
        if (code !== 'tag-value' || OF_RUNME.has(found)) return;
        report({at: span, message: 'value', data: {found, expected}});
      },
    };
  },
});
