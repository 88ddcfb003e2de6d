import {passwordsIn} from '../../shell/passwords';
import {defineRule} from '../../rule';
import {findSecrets, looksLikePassword} from '../../shell/secrets';

export default defineRule({
  id: 'shell/no-secret',
  summary: 'Disallow passwords, tokens and private keys in a page',
  why: 'A page is in the history of its repository, on a site and on the screens of everybody who reads it. What stood there once has to be replaced.',
  severity: 'error',
  messages: {
    shape:
      'Found {{kind}}, expected a variable that is filled when it is needed; replace the secret itself.',
    value:
      'Found a password as the value of `{{option}}`, expected a variable or a file; replace the password itself.',
  },
  examples: {
    good: [
      {
        title: 'variables, and what stands for a secret',
        source:
          '```bash\ncurl -f -u "admin:$GRAFANA_PASSWORD" https://grafana.sqlstudio.io/api/health\ncurl -f -u elastic:changeme localhost:9200\nkubectl create secret generic db --from-literal=password=YOUR_PASSWORD\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nPGPASSWORD=postgres psql -h localhost -c "SELECT 1"\npsql --password app_2024_eu\n```\n',
      },
    ],
    bad: [
      {
        title: 'a key',
        source:
          '```text\n-----BEGIN PRIVATE KEY-----\nMIIE1HJPyaeYMtK2k097Fo7+9eYiPLMdbmbBMI3JuMJtGakJqo8CiMDO3aRYObg/\n-----END PRIVATE KEY-----\n```\n',
        reports: [
          '2:1-3:65 Found a private key, expected a variable that is filled when it is needed; replace the secret itself.',
        ],
      },
      {
        title: 'passwords of commands',
        source:
          '```bash\ncurl -f -u ops:9vXr2mKqLw7 https://grafana.sqlstudio.io/api/health\nkubectl create secret generic db --from-literal=password=9vXr2mKqLw7\nPGPASSWORD=9vXr2mKqLw7 psql -h db-1 -c "SELECT 1"\ncurl -f https://ops:9vXr2mKqLw7@grafana.sqlstudio.io/api/health\nargocd login cd.sqlstudio.io --username ops --password 9vXr2mKqLw7\ncurl -f -H "X-Api-Key: 9vXr2mKqLw7" https://api.sqlstudio.io\n```\n',
        reports: [
          '2:16-2:27 Found a password as the value of `-u`, expected a variable or a file; replace the password itself.',
          '3:58-3:69 Found a password as the value of `--from-literal=password`, expected a variable or a file; replace the password itself.',
          '4:12-4:23 Found a password as the value of `PGPASSWORD`, expected a variable or a file; replace the password itself.',
          '5:21-5:32 Found a password as the value of `ops:…@`, expected a variable or a file; replace the password itself.',
          '6:56-6:67 Found a password as the value of `--password`, expected a variable or a file; replace the password itself.',
          '7:24-7:35 Found a password as the value of `X-Api-Key`, expected a variable or a file; replace the password itself.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places, blocks}}) {
        const quoted = blocks.filter(({language}) => /^(?:md|markdown|mdx)$/.test(language));
        for (const {kind, start, end} of findSecrets(source)) {
          if (quoted.some(({span}) => span.start.offset <= start && end <= span.end.offset))
            continue;
          report({at: places.span(start, end), message: 'shape', data: {kind}});
        }
      },
      command(node) {
        for (const {option, value, word} of passwordsIn(node)) {
          if (!looksLikePassword(value) || findSecrets(value).length > 0) continue;
          const offset = word.start + Math.max(0, word.text.indexOf(value));
          const at = node.place(offset, offset + value.length);
          report({at, message: 'value', data: {option}});
        }
      },
    };
  },
});
