import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {AlertRow} from '../../../plugins/docusaurus-runbooks/client';
import {SeverityBadge} from '../badge';
import styles from './styles.module.css';

export function AlertLine({row}: {readonly row: AlertRow}) {
  const {name, severity, to, expr, runbooks} = row;
  const time = row.for;
  return (
    <tr id={name}>
      <th scope="row" className={styles.alert}>
        {to === null ? name : <Link to={to}>{name}</Link>}
        <span className={styles.facts}>
          {severity !== null && <SeverityBadge severity={severity} />}
          {time !== null && translate({id: 'runbook.alert.for', message: 'for {time}'}, {time})}
        </span>
      </th>
      <td className={styles.expression}>
        {expr === null ? (
          <Gap>{translate({id: 'alerts.gap.rule', message: 'No rule defines it'})}</Gap>
        ) : (
          <pre tabIndex={0} role="group" aria-label={name}>
            <code>{expr}</code>
          </pre>
        )}
      </td>
      <td className={styles.runbooks}>
        {runbooks.length === 0 && (
          <Gap>{translate({id: 'alerts.gap.runbook', message: 'No runbook names it'})}</Gap>
        )}
        {runbooks.map(runbook => (
          <Link key={runbook.to} to={runbook.to}>
            {runbook.title}
          </Link>
        ))}
      </td>
    </tr>
  );
}

function Gap({children}: {readonly children: string}) {
  return <strong className={styles.gap}>{children}</strong>;
}
