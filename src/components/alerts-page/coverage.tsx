import {translate} from '@docusaurus/Translate';
import type {AlertsData} from '../../../plugins/docusaurus-runbooks/client';
import styles from './styles.module.css';

/** The sum of the table, above it. */
export function Coverage({counts: {covered, noRunbook, noRule}}: Pick<AlertsData, 'counts'>) {
  const facts = [
    {word: translate({id: 'alerts.covered', message: 'with rule and runbook'}), count: covered},
    {word: translate({id: 'alerts.noRunbook', message: 'without a runbook'}), count: noRunbook},
    {word: translate({id: 'alerts.noRule', message: 'without a rule'}), count: noRule},
  ];
  return (
    <dl className={styles.coverage}>
      {facts.map(({word, count}) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
