import {defineRule} from '../../rule';
import {psqlTexts} from '../../tool/psql-statements';

export default defineRule({
  id: 'tool/no-sql-syntax-error',
  summary: 'Disallow SQL that Postgres cannot read in calls of `psql`',
  why: 'The server refuses the statement, and in the middle of an incident somebody has to mend it by hand. Other servers that psql can talk to have words of their own, so this is a warning.',
  severity: 'warning',
  messages: {
    unexpected: 'Found `{{found}}` in SQL, expected what Postgres can read there.',
    end: 'Found the end of SQL after `{{found}}`, expected the rest of the statement.',
    unterminated: 'Found `{{found}}` in SQL, expected the end of the {{what}}.',
  },
  examples: {
    good: [
      {
        title: 'statements, commands of psql and text that is not known',
        source:
          "```bash\npsql -Atc 'SELECT pid, state FROM pg_stat_activity; SHOW max_connections'\npsql -c '\\dt+ public.*'\npsql -c \"SELECT * FROM jobs WHERE id = $ID\"\npsql -v id=4 <<'SQL'\nSELECT * FROM jobs WHERE id = :id;\nSQL\npsql -p 6432 pgbouncer -c 'PAUSE app'\n```\n",
      },
    ],
    bad: [
      {
        title: 'words in the wrong place',
        source:
          "```bash\npsql -c 'SELECT * FORM jobs'\nsudo -u postgres psql app -c \"UPDATE jobs SET state = 'queued' WERE id = 4\"\n```\n",
        reports: [
          '2:19-2:23 Found `FORM` in SQL, expected what Postgres can read there.',
          '3:64-3:68 Found `WERE` in SQL, expected what Postgres can read there.',
        ],
      },
      {
        title: 'a here-document that stops too early',
        source:
          "```bash\npsql app <<'SQL'\nSELECT count(*) FROM jobs;\nSELECT state FROM jobs WHERE\nSQL\npsql -c \"SELECT 'queued\"\n```\n",
        reports: [
          '4:24-4:29 Found the end of SQL after `WHERE`, expected the rest of the statement.',
          "6:17-6:24 Found `'queued` in SQL, expected the end of the quoted string.",
        ],
      },
    ],
  },
  check({report, workspace}) {
    const parse = workspace.engines.sql;
    if (parse === undefined) return {};
    return {
      command(node) {
        for (const {text, place} of psqlTexts(node)) {
          const problem = parse(text);
          if (problem === undefined) continue;
          const at = place(problem.start, problem.end);
          const found = text.slice(problem.start, problem.end);
          if (problem.kind !== 'unterminated') report({at, message: problem.kind, data: {found}});
          else report({at, message: 'unterminated', data: {found, what: problem.what}});
        }
      },
    };
  },
});
