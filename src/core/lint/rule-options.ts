import {closest} from '../closest';
import type {Severity} from './finding';

/** What a team may set of a rule beside its severity: lists of words, by name. */
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

export type OptionDefinition = {
  /** What is listed and what follows from it; no full stop. */
  readonly summary: string;
  /** What each word looks like; not empty, if nothing is said. */
  readonly pattern?: RegExp;
  /** A list as a team would write it. */
  readonly example: readonly [string, ...string[]];
};

/** What `check` gets: a list for each definition, empty where nobody sets it. */
export type OptionValues<O extends OptionDefinitions> = {
  readonly [Name in keyof O]: readonly string[];
};

/** What a configuration says of a rule: a severity, or a severity and options. */
export type RuleSetting =
  | Severity
  | 'off'
  | {readonly severity?: Severity | 'off' | undefined; readonly [option: string]: unknown};

/** What of a setting does not fit; `path` leads from the setting to the value. */
export type SettingProblem = {
  readonly path: readonly [option: string, index?: number];
  readonly code: 'unknown-option' | 'no-list' | 'misfit';
  /** An option of a similar name, a list, or a word that would fit. */
  readonly expected: string | undefined;
};

/** The severity and the options that hold for a rule, and what of the setting does not fit. */
export function readSetting<O extends OptionDefinitions>(
  rule: {readonly severity: Severity; readonly options?: O},
  setting: RuleSetting = rule.severity,
): {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly SettingProblem[];
} {
  const {severity = rule.severity, ...given} =
    typeof setting === 'string' ? {severity: setting} : setting;
  const definitions = Object.entries(rule.options ?? {});
  const names = definitions.map(([name]) => name);
  const unknown = Object.keys(given).filter(name => !names.includes(name));
  return {
    severity,
    options: Object.fromEntries(
      definitions.map(([name, definition]) => [name, wordsIn(given[name], definition)]),
    ),
    problems: [
      ...unknown.map((name): SettingProblem => ({
        path: [name],
        code: 'unknown-option',
        expected: closest(name, names),
      })),
      ...definitions.flatMap(([name, definition]) => problemsOf(name, given[name], definition)),
    ],
  };
}

function wordsIn(given: unknown, definition: OptionDefinition): readonly string[] {
  return Array.isArray(given) ? given.filter(word => fits(word, definition)) : [];
}

function problemsOf(
  name: string,
  given: unknown,
  definition: OptionDefinition,
): readonly SettingProblem[] {
  const {example} = definition;
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    return [{path: [name], code: 'no-list', expected: `[${example.join(', ')}]`}];
  }
  const words: readonly unknown[] = given;
  return words.flatMap((word, index) =>
    fits(word, definition) ? [] : [{path: [name, index], code: 'misfit', expected: example[0]}],
  );
}

function fits(word: unknown, {pattern = /./}: OptionDefinition): word is string {
  return typeof word === 'string' && pattern.test(word);
}
