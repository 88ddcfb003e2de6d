import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import {Icon} from '../icon';
import styles from './styles.module.css';
import {useCopy} from './use-copy';
import type {CopyState} from './use-copy';

export type CopyButtonProps = {
  /** Where a page would have to be read for it, a function that is called by the click. */
  readonly text: string | (() => string);
  /** What a screen reader calls the button, such as “Copy the script of roll-back”. */
  readonly label: string;
  /** The word on the button; without one it shows its icon only. */
  readonly word?: string;
  readonly className?: string | undefined;
};

export function CopyButton({text, label, word, className}: CopyButtonProps) {
  const {state, copy} = useCopy(text);
  const said = stateWord(state);
  return (
    <>
      <button
        type="button"
        className={clsx(styles.button, styles[state], className)}
        aria-label={label}
        title={label}
        onClick={copy}
      >
        <Icon name={state === 'copied' ? 'check' : 'copy'} size={15} />
        {word !== undefined && (
          <span className={styles.word} aria-hidden="true">
            {said ?? word}
          </span>
        )}
      </button>
      <span className={styles.hidden} role="status">
        {said}
      </span>
    </>
  );
}

function stateWord(state: CopyState): string | undefined {
  if (state === 'copied') return translate({id: 'runbook.copy.copied', message: 'Copied'});
  if (state === 'failed') {
    return translate({id: 'runbook.copy.failed', message: 'Select and copy by hand'});
  }
  return undefined;
}
