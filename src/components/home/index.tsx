import {translate} from '@docusaurus/Translate';
import type {HomeData} from '../../../plugins/docusaurus-runbooks/client';
import {AlertGroup} from './alert-group';
import {Hero} from './hero';
import {LinkGroup} from './link-group';
import styles from './styles.module.css';
import {Terminal} from './terminal';

export function HomePage({home}: {readonly home: HomeData}) {
  const {alerts, procedures, guides, counts} = home;
  const severities = [...new Set(alerts.map(({severity}) => severity))];
  return (
    <main className={styles.home}>
      <Hero counts={counts} />
      <div className={styles.content}>
        {severities.map(severity => (
          <AlertGroup
            key={severity}
            severity={severity}
            alerts={alerts.filter(alert => alert.severity === severity)}
          />
        ))}
        <LinkGroup
          heading={translate({id: 'home.procedures', message: 'Procedures'})}
          icon="runbook"
          links={procedures}
        />
        <LinkGroup
          heading={translate({id: 'home.guides', message: 'Guides'})}
          icon="page"
          links={guides}
        />
        <Terminal />
      </div>
    </main>
  );
}
