import type {Outcome} from '../define-tool';

const READING =
  /^(?:select|show|explain|describe|desc|values|table|pragma|use|help|list|status)\b/i;
const DESTROYING = /^(?:drop|truncate|delete)\b|^alter\b.*\bdrop\b|^update\b(?!.*\bwhere\b)/is;
const WRITING_INSIDE = /\b(?:insert|update|merge)\b/i;
/** Functions that act although they are called by a `SELECT`. */
const ACTING =
  /\b(?:pg_(?:terminate|cancel)_backend|pg_reload_conf|pg_switch_wal|pg_promote|setval|lo_unlink|pg_advisory_\w+)\s*\(/i;

/** What the statements of an SQL text do, and backslash commands or dot commands of its clients. */
export function sqlOutcome(sql: string): Outcome {
  const outcomes = new Set(statements(sql).map(statementOutcome));
  if (outcomes.has('destroy')) return 'destroy';
  return outcomes.has('change') ? 'change' : 'read';
}

function statementOutcome(statement: string): 'read' | 'change' | 'destroy' {
  if (statement.startsWith('\\'))
    return /^\\(?:!|i|copy|o|e)\b/.test(statement) ? 'change' : 'read';
  if (/^\.(?:tables|schema|dump|indexes|databases|mode|headers|quit)\b/.test(statement))
    return 'read';
  if (DESTROYING.test(statement)) return 'destroy';
  if (/^(?:with|explain\s+(?:\(.*?\)|analyze))/is.test(statement)) return insideOutcome(statement);
  if (/^pragma\b.*=/i.test(statement) || ACTING.test(statement)) return 'change';
  if (/^select\b.*\binto\s+(?!@|outfile)/is.test(statement)) return 'change';
  return READING.test(statement) ? 'read' : 'change';
}

function insideOutcome(statement: string): 'read' | 'change' | 'destroy' {
  if (/\bdelete\s+from\b/i.test(statement)) return 'destroy';
  return WRITING_INSIDE.test(statement) || ACTING.test(statement) ? 'change' : 'read';
}

/** Without comments, and with strings emptied so that no word in them counts. */
function statements(sql: string): readonly string[] {
  return sql
    .replaceAll(/--.*$|\/\*[^]*?\*\//gm, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map(statement => statement.trim())
    .filter(statement => statement !== '');
}
