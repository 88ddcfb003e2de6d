import type {Finding} from './finding';

/** What a program beside our rules said of the same files, such as ShellCheck. */
export type EngineFindings = {
  /** The rules that it was asked about, such as `shellcheck/SC2046`. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
};

/** Names of rules of other engines; a comment may silence them whether the engine ran or not. */
export function isEngineRule(id: string): boolean {
  return /^shellcheck\/SC\d{4}$/.test(id);
}

export type EngineIndex = {
  readonly rules: readonly string[];
  readonly findingsIn: (path: string) => readonly Finding[];
};

export function indexEngine({rules, findings}: EngineFindings = NOTHING): EngineIndex {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byPath.get(finding.path) ?? [];
    list.push(finding);
    byPath.set(finding.path, list);
  }
  return {rules, findingsIn: path => byPath.get(path) ?? []};
}

const NOTHING: EngineFindings = {rules: [], findings: []};
