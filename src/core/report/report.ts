import {SEVERITIES} from '../lint';
import type {Finding} from '../lint';

/** What a report may need beside its findings, which come in the order of `compareFindings`. */
export type ReportOptions = {
  /** How many files were checked, those without a finding included. */
  readonly files: number;
  /** The text of files by the path in their findings, for code frames. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Whether terminal colours are welcome. */
  readonly color?: boolean;
};

/** Turns findings into the whole text of a report; every format is one such function. */
export type Report = (findings: readonly Finding[], options: ReportOptions) => string;

export type Summary = {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
};

export function summarize(findings: readonly Finding[], files: number): Summary {
  const [errors = 0, warnings = 0, infos = 0] = SEVERITIES.map(
    severity => findings.filter(finding => finding.severity === severity).length,
  );
  return {files, errors, warnings, infos};
}
