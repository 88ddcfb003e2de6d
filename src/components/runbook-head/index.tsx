import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {translate} from '@docusaurus/Translate';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {
  AlertSummary,
  RunbooksData,
  RunbookSummary,
} from '../../../plugins/docusaurus-runbooks/client';
import {SeverityBadge} from '../badge';
import {CopyButton} from '../copy';
import styles from './styles.module.css';

export {RunbookFacts} from './runbook-facts';

/** Above the title of a runbook: its alerts, how many steps it has, and the command that runs it. */
export function RunbookHead() {
  const {metadata} = useDoc();
  const {runbooks} = useRunbooksData();
  const runbook = runbooks[metadata.permalink];
  if (runbook === undefined) return null;
  const run = `npx runbook run ${runbook.slug} --dry-run`;
  return (
    <div className={styles.head}>
      {runbook.alerts.length > 0 && (
        <ul className={styles.alerts}>
          {runbook.alerts.map(alert => (
            <Alert key={alert.name} alert={alert} />
          ))}
        </ul>
      )}
      <div className={styles.run}>
        <span>{stepWords(runbook)}</span>
        <span className={styles.command}>
          <code>{run}</code>
          <CopyButton
            text={run}
            className={styles.copy}
            label={translate({id: 'runbook.copy.run', message: 'Copy {run}'}, {run})}
          />
        </span>
      </div>
    </div>
  );
}

function Alert({alert}: {readonly alert: AlertSummary}) {
  return (
    <li>
      {alert.severity !== null && <SeverityBadge severity={alert.severity} />}
      <span className={styles.name}>{alert.name}</span>
      {alert.for !== null && (
        <span className={styles.for}>
          {translate({id: 'runbook.alert.for', message: 'for {time}'}, {time: alert.for})}
        </span>
      )}
    </li>
  );
}

function useRunbooksData(): RunbooksData {
  // Global data is untyped; the plugin that gives it has the type.
  return usePluginData('docusaurus-runbooks') as RunbooksData;
}

function stepWords({steps: {read, change, destroy, manual}}: RunbookSummary): string {
  const total = String(read + change + destroy + manual);
  const parts = [
    read > 0 && translate({id: 'runbook.head.read', message: '{n} read'}, {n: read}),
    change > 0 && translate({id: 'runbook.head.change', message: '{n} change'}, {n: change}),
    destroy > 0 && translate({id: 'runbook.head.destroy', message: '{n} destroy'}, {n: destroy}),
    manual > 0 && translate({id: 'runbook.head.manual', message: '{n} by hand'}, {n: manual}),
  ];
  return translate(
    {id: 'runbook.head.steps', message: '{total} steps: {parts}'},
    {total, parts: parts.filter(part => part !== false).join(', ')},
  );
}
