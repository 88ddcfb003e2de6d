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
          '```bash\nkubectl set env deployment/sql-studio-backend SYNC_ENABLED=false\nkubectl exec deploy/web -- env | grep SQL_STUDIO\nprintenv DB_MAX_CONNECTIONS\ncurl -X POST -H "X-TOKEN: a" localhost:8080\n```\n',
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
        for (const {name, start, end} of placeholdersIn(node, isPlaceholder)) {
          if (isAllowed(name)) continue;
          const variable = name.replaceAll('-', '_');
          report({at: node.place(start, end), message: 'placeholder', data: {name, variable}});
        }
      },
    };
  },
});
