import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {HomeData} from '../../../plugins/docusaurus-runbooks/client';
import {SearchBox} from '../search';
import styles from './styles.module.css';

export function Hero({counts}: Pick<HomeData, 'counts'>) {
  return (
    <header className={styles.hero}>
      <h1 className={styles.headline}>
        {translate({id: 'home.headline', message: 'From the alert to the right command.'})}
      </h1>
      <p className={styles.lead}>
        {translate({
          id: 'home.lead',
          message:
            'Runbooks to read, search, copy and run. Every command and every query in them is checked before it gets here.',
        })}
      </p>
      <div className={styles.search}>
        <SearchBox results="floating" />
      </div>
      <p className={styles.counts}>
        <Link to="/alerts">
          {translate({id: 'home.counts.runbooks', message: '{runbooks} runbooks'}, counts)}
        </Link>{' '}
        ·{' '}
        <Link to="/commands">
          {translate(
            {id: 'home.counts.steps', message: '{commands} commands and {queries} queries'},
            counts,
          )}
        </Link>{' '}
        · <Link to="/metrics">{translate({id: 'home.counts.metrics', message: 'metrics'})}</Link>
      </p>
    </header>
  );
}
