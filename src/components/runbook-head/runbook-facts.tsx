import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {translate} from '@docusaurus/Translate';
import {useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import type {RunbookFacts as Facts} from '../../../plugins/docusaurus-runbooks/client';
import {CopyButton} from '../copy';
import styles from './facts.module.css';
import {reviewState} from './review-state';

/** Between the alerts of a runbook and its title: when they fire, and how far to trust the page. */
export function RunbookFacts({facts}: {readonly facts: Facts}) {
  const {alerts, owner} = facts;
  const changed = useDoc().metadata.lastUpdatedAt;
  const review = reviewState(facts, useToday());
  return (
    <div className={styles.facts}>
      {alerts.map(({name, expr}) => (
        <Expression key={`${name} ${expr}`} name={name} expr={expr} />
      ))}
      <dl className={styles.trust}>
        <Fact word={translate({id: 'runbook.facts.owner', message: 'Owner'})}>
          {owner ?? translate({id: 'runbook.facts.noOwner', message: 'nobody named'})}
        </Fact>
        {typeof changed === 'number' && (
          <Fact word={translate({id: 'runbook.facts.changed', message: 'Last change'})}>
            <time dateTime={dayOf(changed)}>{dayOf(changed)}</time>
          </Fact>
        )}
        <Fact word={translate({id: 'runbook.facts.review', message: 'Review'})}>
          {review.isOverdue ? <strong>{review.words}</strong> : review.words}
        </Fact>
      </dl>
    </div>
  );
}

function Expression({name, expr}: Facts['alerts'][number]) {
  const when = translate({id: 'runbook.facts.expression', message: '{name} fires on'}, {name});
  return (
    <div>
      <p className={styles.when}>{when}</p>
      <div className={styles.expression}>
        {/* A long one scrolls, by keyboard too. */}
        <pre tabIndex={0} role="group" aria-label={when}>
          <code>{expr}</code>
        </pre>
        <CopyButton
          text={expr}
          className={styles.copy}
          label={translate(
            {id: 'runbook.facts.copy', message: 'Copy the expression of {name}'},
            {name},
          )}
        />
      </div>
    </div>
  );
}

function Fact({word, children}: {readonly word: string; readonly children: ReactNode}) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Undefined until the page is alive: it was built on another day. */
function useToday(): string | undefined {
  return useSyncExternalStore(
    neverChanges,
    () => dayOf(Date.now()),
    () => undefined,
  );
}

function neverChanges() {
  return () => undefined;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
