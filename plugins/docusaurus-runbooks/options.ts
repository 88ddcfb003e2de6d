import type {OptionValidationContext} from '@docusaurus/types';
import type {QueryTools} from './client/data';

/** Paths count from the folder of the site. */
export type RunbooksOptions = {
  readonly id: string;
  /** The folder of the docs plugin. */
  readonly docs: string;
  /** Globs of Prometheus rule files, for what a page says of its alert. */
  readonly rules: readonly string[];
  /** Where the queries of a page can be opened. */
  readonly tools?: QueryTools;
};

export function validateOptions({
  options: {id = 'default', docs = 'docs', rules = [], tools = {}},
}: OptionValidationContext<Partial<RunbooksOptions>, RunbooksOptions>): RunbooksOptions {
  for (const url of [tools.prometheus, tools.grafana?.url]) requireWebAddress(url);
  return {id, docs, rules, tools};
}

function requireWebAddress(url: string | undefined): void {
  if (url === undefined || /^https?:\/\/[^\s?#]+$/.test(url)) return;
  throw new Error(
    `docusaurus-runbooks: \`tools\` has the address \`${url}\`, expected one such as \`https://prometheus.example.org\`.`,
  );
}
