import * as z from 'zod';

/** What a name of a step may look like; it is also an anchor and a part of a URL. */
const stepName = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i,
    'words of letters and digits joined by `-`, such as `check-pods`',
  );

/** Seconds, minutes and hours, as in `90s` or `1h30m`. */
export const duration = z
  .string()
  .regex(
    /^(?=\d)(?:\d+h)?(?:\d+m(?!s))?(?:\d+s)?(?:\d+ms)?$/,
    'a duration such as `30s`, `5m` or `1h30m`',
  );

const exitCodes = z
  .union([
    z.string().regex(/^\d{1,3}(?:\s*,\s*\d{1,3})*$/, 'exit codes such as `"0,1"`'),
    z.int().min(0).max(255),
  ])
  .transform(value => String(value).split(',').map(Number));

const names = z.string().transform(value =>
  value
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== ''),
);

const ready = z.string().regex(/^(?:port:\d{1,5}|log:.+)$/, '`port:8080` or `log:Forwarding from`');

/** A boolean as JSON has it, or as the `{ key=true }` form spells it. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')]);

/** The tag of a shell block. Keys shared with Runme keep their meaning there. */
export const commandTag = z.strictObject({
  name: stepName,
  cwd: z.string().optional(),
  interactive: flag.optional(),
  background: flag.optional(),
  excludeFromRunAll: flag.optional(),
  tag: z.string().optional(),
  effect: z.enum(['read', 'change', 'destroy']).optional(),
  timeout: duration.optional(),
  exit: exitCodes.optional(),
  needs: names.optional(),
  ready: ready.optional(),
  undo: stepName.optional(),
});

/** `empty`, `any`, or a comparison with a number. */
const expectation = z
  .string()
  .regex(
    /^(?:empty|any|(?:<=?|>=?|==|!=)\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i,
    '`empty`, `any` or a comparison such as `< 0.05`',
  );

/** The tag of a `promql` block. */
export const queryTag = z.strictObject({
  name: stepName,
  tag: z.string().optional(),
  excludeFromRunAll: flag.optional(),
  expect: expectation.optional(),
  within: duration.optional(),
  every: duration.optional(),
});

export type CommandTag = z.infer<typeof commandTag>;
export type QueryTag = z.infer<typeof queryTag>;
