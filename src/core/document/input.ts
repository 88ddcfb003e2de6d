import * as z from 'zod';

/** The types that a value of an input is checked by before it reaches a script. */
export const INPUT_TYPES = [
  'string',
  'int',
  'bool',
  'enum',
  'k8s-name',
  'namespace',
  'label-selector',
  'duration',
  'port',
  'url',
  'ipv4',
  'cidr',
  'path',
  'secret',
  'regex',
] as const;

export const inputType = z.enum(INPUT_TYPES);

/** The names that a shell can export. */
export const inputName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a shell variable name such as `POD_NAME`');

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** One input as front matter declares it. */
export const inputDeclaration = z
  .strictObject({
    description: z.string().min(1, 'a sentence that tells the reader what to give'),
    type: inputType.default('string'),
    example: scalar.optional(),
    default: scalar.optional(),
    values: z.array(scalar).min(1).optional(),
    choices: z.string().min(1).optional(),
  })
  .refine(input => input.type !== 'enum' || input.values !== undefined, {
    path: ['values'],
    message: 'a list of `values`, because the type is `enum`',
  });

/** Inputs that a project declares for all its pages, as its configuration has them. */
export const inputDeclarations = z.record(inputName, inputDeclaration);

/** A named value that a step needs. */
export const input = z
  .strictObject({
    name: inputName,
    description: z.string(),
    type: inputType,
    example: z.string().nullable(),
    default: z.string().nullable(),
    values: z.array(z.string()).readonly().meta({description: 'The accepted values of an enum.'}),
    choices: z
      .string()
      .nullable()
      .meta({description: 'A read command; each line of its output is a value to choose from.'}),
  })
  .readonly();

export type Input = z.infer<typeof input>;

/** The inputs that declarations make, in their order. */
export function toInputs(declarations: z.infer<typeof inputDeclarations>): readonly Input[] {
  return Object.entries(declarations).map(([name, declaration]) => toInput(name, declaration));
}

/** The input that a declaration makes. */
export function toInput(name: string, declaration: z.infer<typeof inputDeclaration>): Input {
  return {
    name,
    description: declaration.description,
    type: declaration.type,
    example: declaration.example ?? null,
    default: declaration.default ?? null,
    values: declaration.values ?? [],
    choices: declaration.choices ?? null,
  };
}
