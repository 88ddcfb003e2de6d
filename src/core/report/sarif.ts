import type {Edit, Finding, Rule, Severity} from '../lint';
import {fingerprintsOf, helpAddress} from '../lint';
import type {ReportOptions} from './report';
import {wellFormed} from './well-formed';

/** Addresses are relative to this, which whoever reads the report takes for the repository. */
const ROOT = '%SRCROOT%';

const LEVELS = {error: 'error', warning: 'warning', info: 'note'} as const satisfies Record<
  Severity,
  string
>;

/** SARIF 2.1.0, as GitHub code scanning takes it. */
export function formatSarif(findings: readonly Finding[], options: SarifOptions): string {
  const {rules, version, sources = new Map<string, string>()} = options;
  const fingerprints = fingerprintsOf(findings, sources);
  const indexes = new Map<string, number>(rules.map(({id}, index) => [id, index] as const));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'runbook lint',
            informationUri: 'https://github.com/howlerops/runbooks',
            version,
            semanticVersion: version,
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => ({
          ...resultOf(finding, fingerprints[index] ?? ''),
          ruleIndex: indexes.get(finding.rule) ?? -1,
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

export type SarifOptions = Pick<ReportOptions, 'sources'> & {
  /** Every rule that may have been at work. */
  readonly rules: readonly Rule[];
  /** Of this program. */
  readonly version: string;
};

function ruleOf({id, summary, why, severity}: Rule) {
  return {
    id,
    name: id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: {text: `${summary}.`},
    fullDescription: {text: why},
    help: {text: why, markdown: why},
    helpUri: helpAddress(id),
    defaultConfiguration: {level: LEVELS[severity]},
    properties: {tags: [id.split('/')[0] ?? id], precision: 'high'},
  };
}

function resultOf(finding: Finding, fingerprint: string) {
  const {rule, severity, message, path, fix} = finding;
  const artifactLocation = {uri: uriOf(path), uriBaseId: ROOT};
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: {text: message},
    locations: [{physicalLocation: {artifactLocation, region: regionOf(finding)}}],
    partialFingerprints: {primaryLocationLineHash: fingerprint},
    ...(fix && {
      fixes: [
        {
          description: {text: `Mend ${rule}.`},
          artifactChanges: [{artifactLocation, replacements: fix.edits.map(replacementOf)}],
        },
      ],
    }),
  };
}

function replacementOf({span: {start, end}, text}: Edit) {
  const {line, column} = start;
  return {
    deletedRegion: regionOf({line, column, endLine: end.line, endColumn: end.column}),
    insertedContent: {text},
  };
}

function regionOf(place: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>) {
  return {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  };
}

/** A relative address of a file: each part is percent-encoded, half a surrogate pair too. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map(part => encodeURIComponent(wellFormed(part)))
    .join('/');
}
