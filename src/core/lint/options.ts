import type {Input} from '../document';
import type {InventoryFiles} from '../inventory';
import type {SourceFile} from '../registry';
import type {EngineFindings} from './engine-findings';
import type {Engines} from './engines';
import type {LintEvent} from './progress';
import type {Rule} from './rule';
import type {RuleSetting} from './rule-options';
import type {Target} from './workspace';

export type LintOptions = {
  /** A severity for a rule, `off`, or options; other rules keep their own. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** What the runbooks act on. */
  readonly inventory?: InventoryFiles;
  readonly target?: Target;
  /** Markdown files of the project that are not linted now, for links and alerts to find. */
  readonly context?: readonly SourceFile[];
  /** Whether a path exists, relative as the paths of the files are; without it, only files count. */
  readonly exists?: (path: string) => boolean;
  /** The day as an ISO date such as `2026-01-31`; without it, no date has passed. */
  readonly today?: string;
  /** Inputs that every page may use without declaring them. */
  readonly inputs?: readonly Input[];
  /** What another program said of the files; comments silence it as they do the rules. */
  readonly engineFindings?: EngineFindings;
  /** Rules beside our own. */
  readonly plugins?: readonly Rule[];
  /** Files of the project that could not be read; each is a finding. */
  readonly unreadable?: readonly UnreadableFile[];
  /** Parsers of other languages, for what commands hand to jq or to psql. */
  readonly engines?: Engines;
  /** Hears of the work while it goes on. */
  readonly observe?: (event: LintEvent) => void;
};

export type UnreadableFile = {
  readonly path: string;
  /** What was found instead of text, such as `a folder`. */
  readonly reason: string;
  readonly part: 'page' | 'inventory';
};

/** Whether the lint takes a file for a Prometheus rule file, by its ending. */
export function isRuleFile({path}: Pick<SourceFile, 'path'>): boolean {
  return /\.ya?ml$/i.test(path);
}

/** A rule file that is linted belongs to the inventory, named there or not. */
export function withRuleFiles(options: LintOptions, files: readonly SourceFile[]): LintOptions {
  const own = files.filter(isRuleFile);
  if (own.length === 0) return options;
  const rules = [...(options.inventory?.rules ?? []), ...own];
  return {...options, inventory: {...options.inventory, rules}};
}
