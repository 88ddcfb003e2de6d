import {
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  rules as ownRules,
} from '../core';
import type {Finding, Rule} from '../core';
import {hasColor} from './io';
import type {Io, Output} from './io';
import {VERSION} from './version';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export type Format = (typeof FORMATS)[number];

/** The whole report in one of the formats. */
export function renderReport(
  findings: readonly Finding[],
  {
    format,
    files,
    sources,
    plugins,
    output,
    env,
  }: {
    readonly format: Format;
    readonly files: number;
    readonly sources: ReadonlyMap<string, string>;
    readonly plugins: readonly Rule[];
    /** Where a person may look on; undefined for a file. */
    readonly output: Output | undefined;
    readonly env: Io['env'];
  },
): string {
  switch (format) {
    case 'json':
      return formatJson(findings, {files});
    case 'sarif':
      return formatSarif(findings, {rules: [...ownRules, ...plugins], version: VERSION, sources});
    case 'github':
      return formatGithub(findings);
    case 'junit':
      return formatJunit(findings, {files});
    case 'text':
      return formatText(findings, {
        files,
        sources,
        color: output !== undefined && hasColor(output, env),
      });
  }
}
