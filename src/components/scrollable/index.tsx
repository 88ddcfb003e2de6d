import {translate} from '@docusaurus/Translate';
import type {ComponentProps} from 'react';
import styles from './styles.module.css';

/** A table that scrolls sideways where it is too wide, by keyboard too. */
export function ScrollableTable(props: ComponentProps<'table'>) {
  return (
    <div
      className={styles.frame}
      role="group"
      aria-label={translate({id: 'runbook.table', message: 'Table'})}
      tabIndex={0}
    >
      <table {...props} />
    </div>
  );
}
