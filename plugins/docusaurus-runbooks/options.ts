import type {OptionValidationContext} from '@docusaurus/types';

/** Paths count from the folder of the site. */
export type RunbooksOptions = {
  readonly id: string;
  /** The folder of the docs plugin. */
  readonly docs: string;
  /** Globs of Prometheus rule files, for what a page says of its alert. */
  readonly rules: readonly string[];
};

export function validateOptions({
  options: {id = 'default', docs = 'docs', rules = []},
}: OptionValidationContext<Partial<RunbooksOptions>, RunbooksOptions>): RunbooksOptions {
  return {id, docs, rules};
}
