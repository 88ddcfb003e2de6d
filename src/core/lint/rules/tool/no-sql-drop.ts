import {defineRule} from '../../rule';
import {sqlStatements} from '../../tool/sql-statements';

const DROPPING =
  /^(drop (?:table|database|schema|keyspace)|truncate(?: table)?) (?:if exists |only )?([\w."`$]+)/i;

export default defineRule({
  id: 'tool/no-sql-drop',
  summary: 'Disallow `DROP` and `TRUNCATE` of tables, schemas and databases',
  why: 'They take everything at once, and in most databases nothing but a backup brings it back.',
  severity: 'warning',
  messages: {
    drop: 'Found `{{statement}}`, which only a backup undoes, expected a table that is renamed, or rows that are deleted by a condition.',
  },
  examples: {
    good: [
      {
        title: 'a name out of the way, and an index',
        source:
          "```bash\npsql -c 'ALTER TABLE jobs RENAME TO jobs_old'\npsql -c 'DROP INDEX CONCURRENTLY jobs_state'\n```\n",
      },
    ],
    bad: [
      {
        title: 'a table that is gone',
        source: "```bash\npsql -c 'DROP TABLE jobs; TRUNCATE sessions'\n```\n",
        reports: [
          '2:9-2:45 Found `DROP TABLE jobs`, which only a backup undoes, expected a table that is renamed, or rows that are deleted by a condition.',
          '2:9-2:45 Found `TRUNCATE sessions`, which only a backup undoes, expected a table that is renamed, or rows that are deleted by a condition.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {text, word} of sqlStatements(node)) {
          const [, verb, table] = DROPPING.exec(text) ?? [];
          if (verb === undefined || table === undefined) continue;
          const statement = `${verb.toUpperCase()} ${table}`;
          report({at: node.place(word.start, word.end), message: 'drop', data: {statement}});
        }
      },
    };
  },
});
