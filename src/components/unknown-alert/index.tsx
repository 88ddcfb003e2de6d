import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import {SearchBox} from '../search';
import styles from './styles.module.css';

export {useUnknownAlert} from './use-unknown-alert';

/** The page of an alert that neither a rule nor a runbook names: looks for what is near. */
export function UnknownAlert({name}: {readonly name: string}) {
  return (
    <main className={styles.page}>
      <p className={styles.eyebrow}>
        {translate({id: 'alert.unknown', message: 'No runbook and no rule knows this alert'})}
      </p>
      <h1 className={styles.name}>{name}</h1>
      <p>
        {translate({
          id: 'alert.unknown.search',
          message: 'This is what has a part of its name. Try the metric or the component too.',
        })}
      </p>
      <div className={styles.search}>
        <SearchBox autoFocus results="inline" initialQuery={name} />
      </div>
      <Link to="/alerts">{translate({id: 'alert.unknown.all', message: 'All alerts'})}</Link>
    </main>
  );
}
