import type {OptionValidationContext} from '@docusaurus/types';
import type {QueryTools} from './client/data';

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
  /** Where the queries of a page can be opened. */
  readonly tools: QueryTools;
};

export function validateOptions({
  options: {
    id = 'default',
    docs = 'docs',
    rules = [],
    metrics = [],
    brief = [],
    owner = null,
    tools = {},
  },
}: OptionValidationContext<Partial<RunbooksOptions>, RunbooksOptions>): RunbooksOptions {
  for (const url of [tools.prometheus, tools.grafana?.url]) requireWebAddress(url);
  return {id, docs, rules, metrics, brief, owner, tools};
}

function requireWebAddress(url: string | undefined): void {
  if (url === undefined || /^https?:\/\/[^\s?#]+$/.test(url)) return;
  throw new Error(
    `docusaurus-runbooks: \`tools\` has the address \`${url}\`, expected one such as \`https://prometheus.example.org\`.`,
  );
}
