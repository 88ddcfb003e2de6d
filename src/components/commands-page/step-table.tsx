import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {StepRow} from '../../../plugins/docusaurus-runbooks/client';
import {EffectBadge} from '../badge';
import {CopyButton} from '../copy';
import {ListTable} from '../list-page';
import styles from './styles.module.css';

export function StepTable({rows}: {readonly rows: readonly StepRow[]}) {
  return (
    <ListTable
      caption={translate({id: 'commands.caption', message: 'Commands and queries'})}
      columns={[
        translate({id: 'commands.step', message: 'Step'}),
        translate({id: 'commands.text', message: 'Command or query'}),
        translate({id: 'commands.effect', message: 'Effect'}),
        translate({id: 'commands.alert', message: 'Alert'}),
      ]}
    >
      {rows.map(row => (
        <StepLine key={row.to} row={row} />
      ))}
    </ListTable>
  );
}

function StepLine({row}: {readonly row: StepRow}) {
  const {title, text, page, effect, alerts, to, kind} = row;
  const label =
    kind === 'command'
      ? translate({id: 'commands.copy.command', message: 'Copy the command {title}'}, {title})
      : translate({id: 'commands.copy.query', message: 'Copy the query {title}'}, {title});
  return (
    <tr>
      <th scope="row" className={styles.step}>
        <Link to={to}>{title}</Link>
        <span className={styles.page}>{page}</span>
      </th>
      <td className={styles.code}>
        <div className={styles.frame}>
          {/* Long ones scroll, by keyboard too. */}
          <pre tabIndex={0} role="group" aria-label={title}>
            <code>{text}</code>
          </pre>
          <CopyButton text={text} label={label} />
        </div>
      </td>
      <td>
        <EffectBadge effect={effect} />
      </td>
      <td className={styles.alerts}>{alerts.join(', ')}</td>
    </tr>
  );
}
