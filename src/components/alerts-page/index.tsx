import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import type {AlertRow, AlertsData, ListData} from '../../../plugins/docusaurus-runbooks/client';
import {ListPage, ListTable, PagesNav} from '../list-page';
import {AlertLine} from './alert-line';
import {Coverage} from './coverage';
import styles from './styles.module.css';

export type AlertsPageProps = {
  readonly data: ListData<AlertRow>;
  readonly coverage: AlertsData;
};

/** Which alerts have a runbook, and which runbooks have an alert. */
export function AlertsPage({data, coverage}: AlertsPageProps) {
  const {counts, procedures} = coverage;
  return (
    <ListPage
      title={translate({id: 'alerts.title', message: 'Alerts'})}
      lead={translate({
        id: 'alerts.lead',
        message: 'Every alert that a rule or a runbook names. Each should have both.',
      })}
    >
      <Coverage counts={counts} />
      <ListTable
        caption={translate({id: 'alerts.title', message: 'Alerts'})}
        columns={[
          translate({id: 'alerts.alert', message: 'Alert'}),
          translate({id: 'alerts.expression', message: 'Fires when'}),
          translate({id: 'alerts.runbook', message: 'Runbook'}),
        ]}
      >
        {data.rows.map(row => (
          <AlertLine key={row.name} row={row} />
        ))}
      </ListTable>
      <PagesNav list={data} />
      {data.page === data.pages && procedures.length > 0 && (
        <section aria-labelledby="procedures">
          <h2 id="procedures">
            {translate({id: 'alerts.procedures', message: 'Runbooks that name no alert'})}
          </h2>
          <ul className={styles.procedures}>
            {procedures.map(({to, title, description}) => (
              <li key={to}>
                <Link to={to}>{title}</Link> <span>{description}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ListPage>
  );
}
