import {readFile, writeFile} from 'node:fs/promises';
import * as z from 'zod';
import {fingerprintsOf} from '../core';
import type {Finding} from '../core';
import {UserError} from './user-error';

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({fingerprint: z.string(), rule: z.string(), path: z.string()}).readonly(),
  ),
});

/** The findings that a project has accepted for now. */
export type Baseline = z.infer<typeof schema>;

/** What a baseline makes of today's findings. */
export type Compared = {
  readonly fresh: readonly Finding[];
  readonly known: number;
  /** Findings of the baseline that are no more. */
  readonly gone: number;
};

export async function readBaseline(file: string, shown: string): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`No baseline could be read from \`${shown}\`.`, {
      hint: `Write it: runbook lint --baseline ${shown} --update-baseline`,
      cause,
    });
  });
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(
    `\`${shown}\` is no baseline: ${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}.`,
    {hint: `Write it anew: runbook lint --baseline ${shown} --update-baseline`},
  );
}

/** One finding a line, in the order of the report, so that its changes read well in a diff. */
export async function writeBaseline(
  file: string,
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
): Promise<void> {
  const fingerprints = fingerprintsOf(findings, sources);
  const lines = findings.map(({rule, path}, index) =>
    JSON.stringify({fingerprint: fingerprints[index], rule, path}),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  await writeFile(file, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
}

/** A finding of a file that is not checked is not gone: nobody looked. */
export function compareWithBaseline(
  findings: readonly Finding[],
  {findings: old}: Baseline,
  {
    sources,
    isChecked,
  }: {
    readonly sources: ReadonlyMap<string, string>;
    readonly isChecked: (path: string) => boolean;
  },
): Compared {
  const fingerprints = fingerprintsOf(findings, sources);
  const accepted = new Set(old.map(({fingerprint}) => fingerprint));
  const today = new Set(fingerprints);
  const fresh = findings.filter((_, index) => !accepted.has(fingerprints[index] ?? ''));
  const gone = old.filter(({fingerprint, path}) => isChecked(path) && !today.has(fingerprint));
  return {fresh, known: findings.length - fresh.length, gone: gone.length};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
