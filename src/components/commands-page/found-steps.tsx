import {translate} from '@docusaurus/Translate';
import {useEffect, useState} from 'react';
import type {ListData, StepRow} from '../../../plugins/docusaurus-runbooks/client';
import {passes} from './step-filter';
import type {StepFilter} from './step-filter';
import {StepTable} from './step-table';
import styles from './styles.module.css';

const SHOWN_AT_ONCE = 100;

export type FoundStepsProps = {
  readonly filter: StepFilter;
  readonly list: ListData<StepRow>;
};

/** What passes the filter, of all pages of the list. */
export function FoundSteps({filter, list}: FoundStepsProps) {
  const {rows, status} = useAllSteps(list);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const found = rows.filter(row => passes(row, filter));
  const hidden = found.length - shown;
  return (
    <>
      <p className={styles.status} role="status">
        {statusWords(status, {found: found.length, total: list.total})}
      </p>
      {found.length > 0 && <StepTable rows={found.slice(0, shown)} />}
      {hidden > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setShown(shown + SHOWN_AT_ONCE)}
        >
          {translate({id: 'list.more', message: 'Show more, {n} are left'}, {n: hidden})}
        </button>
      )}
    </>
  );
}

type Loaded = {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly rows: readonly StepRow[];
};

/** All rows, loaded where the page holds only a part of them. */
function useAllSteps({rows, pages}: ListData<StepRow>): Loaded {
  const isWhole = pages === 1;
  const [loaded, setLoaded] = useState<Loaded>({status: isWhole ? 'ready' : 'loading', rows});
  useEffect(() => {
    if (isWhole) return undefined;
    let isGone = false;
    import('@generated/docusaurus-runbooks/default/commands.json').then(
      all => isGone || setLoaded({status: 'ready', rows: all.default}),
      () => isGone || setLoaded({status: 'failed', rows: []}),
    );
    return () => {
      isGone = true;
    };
  }, [isWhole]);
  return loaded;
}

function statusWords(
  status: Loaded['status'],
  counts: {readonly found: number; readonly total: number},
): string {
  if (status === 'loading') return translate({id: 'list.loading', message: 'Loading …'});
  if (status === 'failed') {
    return translate({
      id: 'list.failed',
      message: 'The list did not load. Reload the page, or show all and turn its pages.',
    });
  }
  return translate({id: 'list.found', message: '{found} of {total}'}, counts);
}
