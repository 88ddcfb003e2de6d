import {translate} from '@docusaurus/Translate';
import {useRef, useState} from 'react';
import type {KeyboardEvent} from 'react';
import {InputControl} from './input-control';
import {sayState} from './input-field';
import type {InputState} from './input-state';
import styles from './styles.module.css';

/**
 * A use of an input in a command; `shown` is what stands there when it is copied. Not a `button`:
 * a browser leaves the text of one out of what a reader selects.
 */
export function InputChip({state, shown}: {readonly state: InputState; readonly shown: string}) {
  const [isEditing, setEditing] = useState(false);
  const [isReturning, setReturning] = useState(false);
  const chip = useRef<HTMLSpanElement>(null);
  const {name} = state.input;
  const label = translate(
    {id: 'runbook.inputs.edit', message: '{shown}: edit {name}, {state}'},
    {
      shown,
      name,
      state: sayState(state),
    },
  );
  if (isEditing) {
    return (
      <InputControl
        state={state}
        className={styles.inline}
        label={state.input.description}
        onDone={by => {
          setReturning(by === 'key');
          setEditing(false);
        }}
      />
    );
  }
  const edit = () => setEditing(true);
  return (
    <span
      ref={element => {
        chip.current = element;
        if (isReturning) element?.focus();
      }}
      role="button"
      tabIndex={0}
      className={styles.chip}
      data-input={name}
      data-state={chipState(state)}
      aria-label={label}
      title={label}
      onBlur={() => setReturning(false)}
      onClick={edit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        edit();
      }}
    >
      {shown}
    </span>
  );
}

function chipState({text, flaw}: InputState): 'filled' | 'missing' | 'wrong' {
  if (flaw !== undefined) return 'wrong';
  return text === '' ? 'missing' : 'filled';
}
