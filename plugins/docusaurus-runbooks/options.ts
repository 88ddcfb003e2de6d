import type {OptionValidationContext} from '@docusaurus/types';

/** Paths count from the folder of the site. */
export type RunbooksOptions = {
  readonly id: string;
  /** The folder of the docs plugin. */
  readonly docs: string;
  /** Globs of Prometheus rule files, for what a page says of its alert. */
  readonly rules: readonly string[];
  /** Globs of metric catalogues, for what a page says of a metric. */
  readonly metrics: readonly string[];
  /** Globs of pages of which the search knows title and description only. */
  readonly brief: readonly string[];
  /** Looks after every runbook that names no owner itself. */
  readonly owner: string | null;
};

export function validateOptions({
  options: {id = 'default', docs = 'docs', rules = [], metrics = [], brief = [], owner = null},
}: OptionValidationContext<Partial<RunbooksOptions>, RunbooksOptions>): RunbooksOptions {
  return {id, docs, rules, metrics, brief, owner};
}
