import * as z from 'zod';
import {runbook} from '../document';

/** Raised when a reader of an older registry would misread a newer one. */
export const REGISTRY_VERSION = 1;

/** Every runbook with its steps, alerts and inputs: what the site publishes and `list --json` prints. */
export const registry = z
  .strictObject({
    version: z.literal(REGISTRY_VERSION),
    runbooks: z.array(runbook).readonly(),
  })
  .readonly();

export type Registry = z.infer<typeof registry>;

/** The JSON Schema of `registry.json`, from the same source as the types. */
export function registryJsonSchema(): Readonly<Record<string, unknown>> {
  const {$schema, ...schema} = z.toJSONSchema(registry, {io: 'output'});
  return {$schema, title: 'Howlerops Runbooks registry', ...schema};
}
