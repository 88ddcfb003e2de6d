import {passwordsIn} from '../../shell/passwords';
import {findSecrets, isStandIn, looksLikePassword} from '../../shell/secrets';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-literal-password',
  summary: 'Disallow words in the place of a password',
  why: 'Whether the word is the real password or somebody made it up, whoever copies the command uses it. A page is no place for the first, and the second fails.',
  severity: 'warning',
  messages: {
    password:
      'Found a password as the value of `{{option}}`, expected a variable or a file; replace the password itself if it is in use.',
  },
  examples: {
    good: [
      {
        title: 'variables, files, and what plainly stands for a password',
        source:
          '```bash\nmysql -u root -p"$MYSQL_PASSWORD" -e "SHOW PROCESSLIST"\ncurl -f -u admin:<password> https://grafana.sqlstudio.io\nkubectl create secret generic db --from-literal=password=changeme\nkubectl create secret generic db --from-literal=token=your-token\ncurl -f -H "Authorization: Bearer ..." https://api.sqlstudio.io\nPGPASSWORD=postgres psql -h localhost -c "SELECT 1"\npsql --password app_2024_eu\nmysql -p\n```\n',
      },
    ],
    bad: [
      {
        title: 'words that somebody may use',
        source:
          "```bash\nkubectl create secret generic db --from-literal=password=hunter2\nmysql -u root -p'secret' -e 'SHOW PROCESSLIST'\ncurl -f -u admin:hunter2 https://grafana.sqlstudio.io\nhelm upgrade web ./web --set auth.rootPassword=winter\necho hunter2 | docker login -u ci --password-stdin\n```\n",
        reports: [
          '2:58-2:65 Found a password as the value of `--from-literal=password`, expected a variable or a file; replace the password itself if it is in use.',
          '3:18-3:24 Found a password as the value of `-p`, expected a variable or a file; replace the password itself if it is in use.',
          '4:18-4:25 Found a password as the value of `-u`, expected a variable or a file; replace the password itself if it is in use.',
          '5:48-5:54 Found a password as the value of `auth.rootPassword`, expected a variable or a file; replace the password itself if it is in use.',
          '6:6-6:13 Found a password as the value of `--password-stdin`, expected a variable or a file; replace the password itself if it is in use.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        const filled = node.script.block.normalized?.placeholders ?? [];
        for (const {option, value, word} of passwordsIn(node)) {
          if (filled.some(({start, end}) => start < word.end && word.start < end)) continue;
          if (isStandIn(value) || looksLikePassword(value) || findSecrets(value).length > 0) {
            continue;
          }
          const offset = word.start + Math.max(0, word.text.lastIndexOf(value));
          const at = node.place(offset, offset + value.length);
          report({at, message: 'password', data: {option}});
        }
      },
    };
  },
});
