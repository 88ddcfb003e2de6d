import type {Step} from '../../../../src/core';

/** What a reader can narrow the search to. */
export const FACETS = ['runbook', 'alert', 'command', 'query', 'metric'] as const;

export type SearchFacet = (typeof FACETS)[number];

/** One thing that the search finds. Optional fields are left out to keep the index small. */
export type SearchDocument = {
  readonly kind: SearchFacet | 'page' | 'section' | Step['kind'];
  /** The page that it is on. */
  readonly page: string;
  readonly to: string;
  /** Alert names of a runbook, the name of an alert or a metric, the name of a step, the text of a heading. */
  readonly name?: string;
  readonly title?: string;
  /** A script, an expression. */
  readonly code?: string;
  /** Everything else that a reader sees. */
  readonly prose?: string;
  readonly effect?: Step['effect'];
  readonly severity?: string;
};
