import type {JsonValue, Labels} from './types';

export function jsonAt(
  value: JsonValue | undefined,
  ...keys: readonly string[]
): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>(memberOf, value);
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return value[key];
}

function isObject(value: JsonValue | undefined): value is {readonly [key: string]: JsonValue} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textAt(value: JsonValue | undefined, ...keys: readonly string[]) {
  const found = jsonAt(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: JsonValue | undefined, ...keys: readonly string[]) {
  const found = jsonAt(value, ...keys);
  return typeof found === 'number' ? found : undefined;
}

export function listAt(
  value: JsonValue | undefined,
  ...keys: readonly string[]
): readonly JsonValue[] {
  const found = jsonAt(value, ...keys);
  return isList(found) ? found : [];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function keysAt(
  value: JsonValue | undefined,
  ...keys: readonly string[]
): readonly string[] {
  const found = jsonAt(value, ...keys);
  return isObject(found) ? Object.keys(found) : [];
}

/** A map of texts; numbers and booleans as text, what is neither is left out. */
export function labelsAt(value: JsonValue | undefined, ...keys: readonly string[]): Labels {
  const found = jsonAt(value, ...keys);
  if (!isObject(found)) return {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, member]) =>
      typeof member === 'object' ? [] : [[name, String(member)]],
    ),
  );
}
