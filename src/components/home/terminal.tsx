import {translate} from '@docusaurus/Translate';
import {CopyButton} from '../copy';
import styles from './styles.module.css';

export function Terminal() {
  return (
    <section className={styles.group} aria-labelledby="terminal">
      <h2 id="terminal" className={styles.groupTitle}>
        {translate({id: 'home.terminal', message: 'The same runbooks in a terminal'})}
      </h2>
      <dl className={styles.terminal}>
        {commands().map(({command, says}) => (
          <div key={command}>
            <dt>
              <code>{command}</code>
              <CopyButton
                text={command}
                label={translate({id: 'runbook.copy.run', message: 'Copy {run}'}, {run: command})}
              />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function commands() {
  return [
    {
      command: 'npx runbook run high-error-rate --dry-run',
      says: translate({id: 'home.terminal.run', message: 'Prints the plan and starts nothing.'}),
    },
    {
      command: 'npx runbook list',
      says: translate({id: 'home.terminal.list', message: 'Every runbook with its steps.'}),
    },
    {
      command: 'npx runbook lint docs',
      says: translate({
        id: 'home.terminal.lint',
        message: 'Finds the command that would fail at 3 a.m.',
      }),
    },
  ];
}
