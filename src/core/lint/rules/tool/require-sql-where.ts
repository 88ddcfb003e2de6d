import {defineRule} from '../../rule';
import {sqlStatements} from '../../tool/sql-statements';

const WITHOUT = /^(delete from|update) (?:only )?([\w."`]+)(?=$| )/i;

export default defineRule({
  id: 'tool/require-sql-where',
  summary: 'Require `WHERE` in `DELETE` and `UPDATE`',
  why: 'Without it the statement means every row of the table, and the client asks nothing.',
  severity: 'error',
  messages: {
    where:
      'Found `{{verb}} {{table}}` without `WHERE`, which means every row, expected a condition.',
  },
  examples: {
    good: [
      {
        title: 'a condition, and an insert that updates',
        source:
          "```bash\npsql -c \"DELETE FROM jobs WHERE state = 'failed'\"\npsql -c 'INSERT INTO jobs VALUES (1) ON CONFLICT DO UPDATE SET state = 0'\nmysql -e 'DELETE FROM jobs ORDER BY id LIMIT 1000'\npsql -c \"DELETE FROM jobs $CONDITION\"\n```\n",
      },
    ],
    bad: [
      {
        title: 'every row',
        source:
          "```bash\npsql -c 'DELETE FROM sessions;'\nmysql -e \"UPDATE jobs SET state = 'new'\"\npsql <<'EOF'\nDELETE FROM jobs;\nEOF\n```\n",
        reports: [
          '2:9-2:32 Found `DELETE FROM sessions` without `WHERE`, which means every row, expected a condition.',
          '3:10-3:41 Found `UPDATE jobs` without `WHERE`, which means every row, expected a condition.',
          '5:1-6:1 Found `DELETE FROM jobs` without `WHERE`, which means every row, expected a condition.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {text, word} of sqlStatements(node)) {
          const [, verb, table] = WITHOUT.exec(text) ?? [];
          if (verb === undefined || table === undefined) continue;
          if (/\b(?:where|limit|using|join)\b|\$x/i.test(text)) continue;
          const at = node.place(word.start, word.end);
          report({at, message: 'where', data: {verb: verb.toUpperCase(), table}});
        }
      },
    };
  },
});
