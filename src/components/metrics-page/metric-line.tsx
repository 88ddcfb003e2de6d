import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {MetricRow} from '../../../plugins/docusaurus-runbooks/client';
import styles from './styles.module.css';

export function MetricLine({row}: {readonly row: MetricRow}) {
  const {name, help, source, steps, more, alerts, recordings} = row;
  return (
    <tr id={name}>
      <th scope="row" className={styles.metric}>
        <code>{name}</code> <span className={styles.type}>{typeWord(row)}</span>
        {help !== '' && (source === 'rule' ? <code>{help}</code> : <p>{help}</p>)}
      </th>
      <td className={styles.uses}>
        {steps.length > 0 && (
          <ul>
            {steps.map(({title, page, to}) => (
              <li key={to}>
                <Link to={to}>{title}</Link> <span className={styles.page}>{page}</span>
              </li>
            ))}
            {more > 0 && (
              <li>
                <Link to={`/commands/?metric=${encodeURIComponent(name)}`}>
                  {translate({id: 'metrics.more', message: 'and {n} more'}, {n: more})}
                </Link>
              </li>
            )}
          </ul>
        )}
      </td>
      <td className={styles.uses}>
        {alerts.length + recordings.length > 0 && (
          <ul>
            {alerts.map(alert => (
              <li key={alert.name}>
                {alert.to === null ? alert.name : <Link to={alert.to}>{alert.name}</Link>}
              </li>
            ))}
            {recordings.map(record => (
              <li key={record}>
                <code>{record}</code>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function typeWord({source, type}: MetricRow): string {
  if (source === 'rule') return translate({id: 'metrics.recorded', message: 'recorded by a rule'});
  if (source === 'unlisted') {
    return translate({id: 'metrics.unlisted', message: 'not in the catalogue'});
  }
  return type ?? '';
}
