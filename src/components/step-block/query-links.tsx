import {translate} from '@docusaurus/Translate';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {RunbooksData} from '../../../plugins/docusaurus-runbooks/client';
import type {StepAttributes} from '../../../plugins/remark-runbook/attributes';
import {useInputs} from '../inputs';
import {exploreUrl, prometheusUrl} from './query-url';
import styles from './styles.module.css';

/** Where the site has addresses for it: links that open a query with what is filled in. */
export function QueryLinks({step, query}: {readonly step: StepAttributes; readonly query: string}) {
  // Global data is untyped; the plugin that gives it has the type.
  const {tools} = usePluginData('docusaurus-runbooks') as RunbooksData;
  const {fillings} = useInputs();
  const {prometheus, grafana} = tools;
  if (prometheus === undefined && grafana === undefined) return null;
  const missing = step.inputs.filter(name => fillings.get(name)?.value === null);
  if (missing.length > 0) {
    return (
      <span className={styles.tools}>
        {translate(
          {id: 'runbook.query.missing', message: 'Opens once {names} is filled in'},
          {names: missing.join(', ')},
        )}
      </span>
    );
  }
  return (
    <span className={styles.tools}>
      {prometheus !== undefined && (
        <a href={prometheusUrl(prometheus, query)} target="_blank" rel="noopener noreferrer">
          {translate({id: 'runbook.query.prometheus', message: 'Open in Prometheus'})}
        </a>
      )}
      {grafana !== undefined && (
        <a href={exploreUrl(grafana, query)} target="_blank" rel="noopener noreferrer">
          {translate({id: 'runbook.query.grafana', message: 'Open in Grafana Explore'})}
        </a>
      )}
    </span>
  );
}
