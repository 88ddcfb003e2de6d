import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import type {HomeData} from '../../../plugins/docusaurus-runbooks/client';
import styles from './styles.module.css';

export type AlertGroupProps = {
  readonly severity: string | null;
  readonly alerts: HomeData['alerts'];
};

export function AlertGroup({severity, alerts}: AlertGroupProps) {
  const id = severity ?? 'other';
  return (
    <section className={clsx(styles.group, styles[id])} aria-labelledby={`alerts-${id}`}>
      <div className={styles.groupHead}>
        <h2 id={`alerts-${id}`} className={styles.groupTitle}>
          <span className={styles.dot} aria-hidden="true" />
          {groupTitle(severity)}
        </h2>
        <p className={styles.groupNote}>{groupNote(severity)}</p>
      </div>
      <ul className={styles.cards}>
        {alerts.map(alert => (
          <li key={`${alert.name} ${alert.to}`}>
            <Link className={clsx(styles.card)} to={alert.to}>
              <span className={styles.cardTop}>
                <span className={styles.alertName}>{alert.name}</span>
                {alert.for !== null && (
                  <span className={styles.for}>
                    {translate({id: 'runbook.alert.for', message: 'for {time}'}, {time: alert.for})}
                  </span>
                )}
              </span>
              <span className={styles.description}>{alert.description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function groupTitle(severity: string | null): string {
  if (severity === 'critical') return translate({id: 'home.critical', message: 'Critical'});
  if (severity === 'warning') return translate({id: 'home.warning', message: 'Warning'});
  return severity ?? translate({id: 'home.other', message: 'Other alerts'});
}

function groupNote(severity: string | null): string | undefined {
  if (severity === 'critical') {
    return translate({id: 'home.critical.note', message: 'Pages. Answer within 5 minutes.'});
  }
  if (severity === 'warning') {
    return translate({id: 'home.warning.note', message: 'Answer within the hour.'});
  }
  return undefined;
}
