import {translate} from '@docusaurus/Translate';
import {useRef, useState} from 'react';
import {createPortal} from 'react-dom';
import {Icon} from '../icon';
import {SearchDialog} from './search-dialog';
import styles from './styles.module.css';
import {useShortcut} from './use-shortcut';

/** Opens the search from every page: by click, `/`, Ctrl-K and Cmd-K. */
export function SearchButton() {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut(() => setIsOpen(true));
  const word = translate({id: 'runbook.search.button', message: 'Search'});
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={word}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="search" />
        <span className={styles.buttonWord}>{word}</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      {isOpen && createPortal(<SearchDialog onClose={() => setIsOpen(false)} />, document.body)}
    </>
  );
}
