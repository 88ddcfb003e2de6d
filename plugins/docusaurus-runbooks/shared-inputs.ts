import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import * as z from 'zod';
import {inputDeclarations, toInputs} from '../../src/core';
import type {Input} from '../../src/core';

/** Where `runbook` looks for its configuration too. */
export const CONFIG_FILE = 'runbook.config.yaml';

/** The other keys are not the site's to judge: `runbook lint` says what is wrong with them. */
const config = z.object({inputs: inputDeclarations.default({})});

/** What the configuration declares for all pages. Throws where its inputs do not fit. */
export function readSharedInputs(siteDir: string): readonly Input[] {
  const file = join(siteDir, CONFIG_FILE);
  if (!existsSync(file)) return [];
  const result = config.safeParse(parse(readFileSync(file, 'utf8')) ?? {});
  if (result.success) return toInputs(result.data.inputs);
  const [issue] = result.error.issues;
  throw new Error(
    `${CONFIG_FILE}: \`${issue?.path.map(String).join('.') ?? ''}\`: ${issue?.message ?? 'does not fit'}.`,
  );
}
