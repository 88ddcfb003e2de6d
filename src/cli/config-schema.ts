import * as z from 'zod';
import {SEVERITIES, inputDeclarations, rules} from '../core';
import type {Rule} from '../core';

const globs = z.array(z.string().min(1));

const severity = z.enum([...SEVERITIES, 'off'], {
  error: `expected one of ${[...SEVERITIES, 'off'].join(', ')}`,
});

/** The options of a rule are checked against the rule, see `checkRules`. */
const ruleSetting = z.preprocess(
  given => (typeof given === 'string' ? {severity: given} : given),
  z.looseObject(
    {severity: severity.optional()},
    {error: 'expected a severity, or a mapping such as {severity: warning}'},
  ),
);

const version = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^v?\d+(?:\.\d+){0,2}$/, 'a version such as "1.31" in quotes'));

const POLICY_EXAMPLE =
  'expected rules such as {context: prod-*, effect: destroy, require: [allow, terminal]}';

/** What `runbook.config.yaml` holds. */
export const config = z.strictObject({
  paths: globs
    .default(['.'])
    .meta({description: 'Files, folders and globs to check if the command line names none.'}),
  ignore: globs.default([]).meta({description: 'Globs of files to leave out of folders.'}),
  rules: z.record(z.string(), ruleSetting).default({}).meta({
    description: 'A severity for a rule, `off`, or `{severity, …}` with options of the rule.',
  }),
  inventory: z
    .strictObject({
      kubernetes: globs.default([]).meta({description: 'Manifests.'}),
      rules: globs.default([]).meta({description: 'Prometheus rule files.'}),
      metrics: globs
        .default([])
        .meta({description: 'Text of `/metrics`, or saved `/api/v1/metadata`.'}),
    })
    .meta({description: 'What the runbooks act on.'})
    .optional(),
  target: z
    .strictObject({kubectl: version, prometheus: version, bash: version})
    .partial()
    .default({})
    .meta({
      description: 'Versions that commands and queries are for. Without one, every supported one.',
    }),
  inputs: inputDeclarations
    .default({})
    .meta({description: 'Inputs that every page may use without declaring them.'}),
  policy: z
    .array(
      z.strictObject(
        {
          context: z.string().min(1).optional().meta({
            description: 'Kube contexts, `*` for anything: `prod-*`. Without it, always.',
          }),
          effect: z.enum(['change', 'destroy'], {error: 'expected `change` or `destroy`'}).meta({
            description: 'Holds for steps with at least this effect.',
          }),
          require: z
            .array(z.enum(['allow', 'terminal'], {error: 'expected `allow` or `terminal`'}))
            .min(1)
            .meta({description: '`allow`: the option --allow. `terminal`: a person to ask.'}),
        },
        {error: issue => (issue.code === 'invalid_type' ? POLICY_EXAMPLE : undefined)},
      ),
      {error: POLICY_EXAMPLE},
    )
    .default([])
    .meta({description: 'What `runbook run` demands before steps change something.'}),
  plugins: globs
    .default([])
    .meta({description: 'Local modules that export `rules`, relative to this file.'}),
  runs: z
    .strictObject({
      keep: z.int().positive().optional().meta({description: 'How many records to keep.'}),
      days: z.number().positive().optional().meta({description: 'For how many days.'}),
    })
    .default({})
    .meta({description: 'Which records of runs `runbook runs prune` keeps: all that fit both.'}),
});

/** What the file says; defaults where it is silent or absent. */
export type Config = z.infer<typeof config>;

/** The JSON Schema of the file, which knows the names of the rules and their options. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const {$schema, properties, ...schema} = z.toJSONSchema(config, {io: 'input'});
  const all: readonly Rule[] = rules;
  return {
    $schema,
    title: 'runbook.config.yaml',
    ...schema,
    properties: {
      ...properties,
      rules: Object.assign({}, properties?.['rules'], {
        properties: Object.fromEntries(all.map(rule => [rule.id, settingSchema(rule)])),
        // Rules of plugins have options that nobody knows here.
        additionalProperties: {
          anyOf: [SEVERITY, {type: 'object', properties: {severity: SEVERITY}}],
        },
      }),
    },
    $defs: {severity: {enum: severity.options}, setting: settingWith({})},
  };
}

const SEVERITY = {$ref: '#/$defs/severity'};

function settingSchema({summary, options = {}}: Rule) {
  const lists = Object.entries(options).map(([name, {summary: about, pattern, example}]) => {
    const items = {type: 'string', minLength: 1, ...(pattern && {pattern: pattern.source})};
    return [name, {type: 'array', items, description: `${about}.`, examples: [example]}] as const;
  });
  const setting =
    lists.length === 0 ? {$ref: '#/$defs/setting'} : settingWith(Object.fromEntries(lists));
  return {description: `${summary}.`, ...setting};
}

function settingWith(options: Readonly<Record<string, unknown>>) {
  const properties = {severity: SEVERITY, ...options};
  return {anyOf: [SEVERITY, {type: 'object', properties, additionalProperties: false}]};
}
