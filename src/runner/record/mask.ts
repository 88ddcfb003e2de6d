import {redactText} from '../redact';

/** Masks the secrets in an object, in its names too, as those of labels; `kind` words are ours and stay. */
export function maskFields(
  value: object,
  secrets: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: readonly [string, unknown]) =>
      name === 'kind' ? [name, field] : [redactText(name, secrets), maskDeep(field, secrets)],
    ),
  );
}

function maskDeep(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (Array.isArray(value)) return value.map(item => maskDeep(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return maskFields(value, secrets);
}
