import {translate} from '@docusaurus/Translate';
import type {ListData, MetricRow} from '../../../plugins/docusaurus-runbooks/client';
import {ListPage, ListTable, PagesNav} from '../list-page';
import {MetricLine} from './metric-line';

/** Each metric with the steps, alerts and rules that use it. */
export function MetricsPage({data}: {readonly data: ListData<MetricRow>}) {
  return (
    <ListPage
      title={translate({id: 'metrics.title', message: 'Metrics'})}
      lead={translate({
        id: 'metrics.lead',
        message:
          'Each metric of the catalogue, the rules and the queries, with the runbooks, alerts and rules that use it.',
      })}
    >
      <ListTable
        caption={translate({id: 'metrics.title', message: 'Metrics'})}
        columns={[
          translate({id: 'metrics.metric', message: 'Metric'}),
          translate({id: 'metrics.runbooks', message: 'Runbooks'}),
          translate({id: 'metrics.rules', message: 'Alerts and rules'}),
        ]}
      >
        {data.rows.map(row => (
          <MetricLine key={row.name} row={row} />
        ))}
      </ListTable>
      <PagesNav list={data} />
    </ListPage>
  );
}
