import {placeholdersIn} from '../../shell/bare-placeholder';
import {wordMatcher} from '../../word-matcher';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-bare-placeholder',
  summary: 'Disallow upper-case words that stand for a value and run as they are',
  why: '`POD_NAME` is valid bash. Whoever copies the command asks the cluster for a pod of that name, at 3 a.m., and reads the wrong error.',
  severity: 'error',
  messages: {
    placeholder:
      'Found the placeholder `{{name}}` in an argument, expected an input such as `"${{variable}}"`.',
  },
  options: {
    allowedWords: {
      summary: 'Upper-case words that are names here; `*` at the end stands for any rest',
      pattern: /^[A-Z0-9][A-Z0-9_-]*\*?$/,
      example: ['EU-WEST', 'TEAM_*'],
    },
    placeholders: {
      summary: 'More words that stand for a value in the pages of the team; `*` as above',
      pattern: /^[\w-]+\*?$/,
      example: ['CHANGEME', 'REPLACE*'],
    },
  },
  examples: {
    good: [
      {
        title: 'an input',
        source:
          '---\nrunbook:\n  inputs:\n    POD_NAME: {description: The pod that restarts}\n---\n\n```bash {"name":"describe-pod"}\nkubectl describe pod "$POD_NAME" -n sql-studio\n```\n',
      },
      {
        title: 'upper-case words that mean what they say',
        source:
          '```bash\nkubectl get pods -o=custom-columns=NAME:.metadata.name\nkubectl set env deployment/sql-studio-backend SYNC_ENABLED=false\nkubectl exec deploy/web -- env | grep SQL_STUDIO\nprintenv DB_MAX_CONNECTIONS\ncurl -X POST -H "X-TOKEN: a" localhost:8080\n```\n',
      },
      {
        title: 'a name in upper case',
        source: '```bash\nkubectl get pods -l region=EU-WEST -n shop\n```\n',
        options: {allowedWords: ['EU-WEST']},
      },
    ],
    bad: [
      {
        title: 'a pod called POD_NAME',
        source: '```bash\nkubectl describe pod POD_NAME -n sql-studio\n```\n',
        reports: [
          '2:22-2:30 Found the placeholder `POD_NAME` in an argument, expected an input such as `"$POD_NAME"`.',
        ],
      },
      {
        title: 'one word for a name, a host and a port',
        source:
          '```bash\nkubectl logs POD -n NAMESPACE\nssh USER@HOST uptime\ncurl -f http://HOST:8080/health\n```\n',
        reports: [
          '2:14-2:17 Found the placeholder `POD` in an argument, expected an input such as `"$POD"`.',
          '2:21-2:30 Found the placeholder `NAMESPACE` in an argument, expected an input such as `"$NAMESPACE"`.',
          '3:5-3:9 Found the placeholder `USER` in an argument, expected an input such as `"$USER"`.',
          '3:10-3:14 Found the placeholder `HOST` in an argument, expected an input such as `"$HOST"`.',
          '4:16-4:20 Found the placeholder `HOST` in an argument, expected an input such as `"$HOST"`.',
        ],
      },
      {
        title: 'a part of an argument',
        source:
          '```bash\nkubectl rollout status deployment/DEPLOYMENT-NAME --namespace=MY_NAMESPACE\n```\n',
        reports: [
          '2:35-2:50 Found the placeholder `DEPLOYMENT-NAME` in an argument, expected an input such as `"$DEPLOYMENT_NAME"`.',
          '2:63-2:75 Found the placeholder `MY_NAMESPACE` in an argument, expected an input such as `"$MY_NAMESPACE"`.',
        ],
      },
      {
        title: 'a placeholder of the house',
        source: '```bash\nssh CHANGEME uptime\n```\n',
        options: {placeholders: ['CHANGEME']},
        reports: [
          '2:5-2:13 Found the placeholder `CHANGEME` in an argument, expected an input such as `"$CHANGEME"`.',
        ],
      },
    ],
  },
  check({report, options}) {
    const isAllowed = wordMatcher(options.allowedWords);
    const isPlaceholder = wordMatcher(options.placeholders);
    return {
      command(node) {
        if (options.placeholders.length === 0 && !/[A-Z][A-Z0-9_-]/.test(node.command.text)) return;
        for (const {name, start, end} of placeholdersIn(node, isPlaceholder)) {
          if (isAllowed(name)) continue;
          const variable = name.replaceAll('-', '_').replaceAll(/^[_%]+|[_%]+$/g, '');
          report({at: node.place(start, end), message: 'placeholder', data: {name, variable}});
        }
      },
    };
  },
});
