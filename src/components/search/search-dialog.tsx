import {translate} from '@docusaurus/Translate';
import {useEffect, useRef} from 'react';
import {SearchBox} from './search-box';
import styles from './styles.module.css';

export function SearchDialog({onClose}: {readonly onClose: () => void}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-label={translate({id: 'runbook.search.dialog', message: 'Search'})}
      onClose={onClose}
      onClick={event => {
        // The backdrop belongs to the dialog; a click inside hits an element in it.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <SearchBox autoFocus results="inline" onFollow={() => ref.current?.close()} />
      <p className={styles.keys} aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {translate({id: 'runbook.search.move', message: 'move'})}
        <kbd>↵</kbd> {translate({id: 'runbook.search.open', message: 'open'})}
        <kbd>Ctrl C</kbd> {translate({id: 'runbook.search.copies', message: 'copy'})}
        <kbd>esc</kbd> {translate({id: 'runbook.search.close', message: 'close'})}
      </p>
    </dialog>
  );
}
