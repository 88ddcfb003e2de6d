import type {QueryTools} from '../../../plugins/docusaurus-runbooks/client';

/** The address at which Prometheus shows the query as a table. */
export function prometheusUrl(address: string, query: string): string {
  return `${withoutSlash(address)}/graph?g0.expr=${encodeURIComponent(query)}&g0.tab=1`;
}

/** The address at which Grafana explores the query over the last hour. */
export function exploreUrl(
  {url, datasource}: NonNullable<QueryTools['grafana']>,
  query: string,
): string {
  const source =
    datasource === undefined ? {} : {datasource: {type: 'prometheus', uid: datasource}};
  const panes = {
    query: {
      ...(datasource !== undefined && {datasource}),
      queries: [{refId: 'A', expr: query, ...source}],
      range: {from: 'now-1h', to: 'now'},
    },
  };
  const json = encodeURIComponent(JSON.stringify(panes));
  return `${withoutSlash(url)}/explore?schemaVersion=1&panes=${json}`;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
