import * as z from 'zod';
import {RECORD_VERSION, recordEntry} from '../../runner';

/** The JSON Schema of a record that was exported as JSON. */
export function recordJsonSchema(): Readonly<Record<string, unknown>> {
  const {$schema, ...schema} = z.toJSONSchema(exported(), {io: 'input'});
  return {$schema, title: 'Record of runbook run', ...schema};
}

function exported() {
  const flaw = z.strictObject({
    line: z.int().positive(),
    kind: z.enum(['changed', 'out-of-order', 'torn', 'unread']),
  });
  return z.strictObject({
    version: z.literal(RECORD_VERSION),
    id: z.string(),
    state: z.enum(['succeeded', 'failed', 'stopped', 'interrupted', 'running']),
    flaws: z.array(flaw).meta({description: 'Lines of the record that are not as written.'}),
    entries: z.array(recordEntry),
  });
}
