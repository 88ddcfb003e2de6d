import {translate} from '@docusaurus/Translate';
import type {SearchFacet} from '../../../plugins/docusaurus-runbooks/client';
import styles from './styles.module.css';

export type FacetBarProps = {
  /** Undefined for everything. */
  readonly facet: SearchFacet | undefined;
  readonly onChange: (facet: SearchFacet | undefined) => void;
};

/** Narrows the results to one kind. */
export function FacetBar({facet, onChange}: FacetBarProps) {
  return (
    <div
      className={styles.facets}
      role="group"
      aria-label={translate({id: 'runbook.search.facets', message: 'Show only'})}
    >
      {facets().map(({kind, word}) => (
        <button
          key={word}
          type="button"
          className={styles.facet}
          aria-pressed={facet === kind}
          onClick={() => onChange(kind)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}

function facets(): readonly {readonly kind: SearchFacet | undefined; readonly word: string}[] {
  return [
    {kind: undefined, word: translate({id: 'runbook.facet.all', message: 'All'})},
    {kind: 'runbook', word: translate({id: 'runbook.facet.runbook', message: 'Runbooks'})},
    {kind: 'alert', word: translate({id: 'runbook.facet.alert', message: 'Alerts'})},
    {kind: 'command', word: translate({id: 'runbook.facet.command', message: 'Commands'})},
    {kind: 'query', word: translate({id: 'runbook.facet.query', message: 'Queries'})},
    {kind: 'metric', word: translate({id: 'runbook.facet.metric', message: 'Metrics'})},
  ];
}
