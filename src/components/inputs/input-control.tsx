import {translate} from '@docusaurus/Translate';
import type {KeyboardEvent} from 'react';
import type {Input} from '../../core';
import {useInputs} from './inputs-provider';
import type {InputState} from './input-state';

export type InputControlProps = {
  readonly state: InputState;
  readonly id?: string;
  readonly describedBy?: string;
  readonly label?: string;
  readonly className?: string | undefined;
  /** Where the control stands for a moment only: it takes the focus and says when it is done. */
  readonly onDone?: (by: 'key' | 'blur') => void;
};

/** The field of one input, in the bar or in a command. */
export function InputControl({
  state: {input, text, flaw},
  id,
  describedBy,
  label,
  className,
  onDone,
}: InputControlProps) {
  const {change} = useInputs();
  const choices = choicesOf(input);
  const shared = {
    id,
    className,
    value: text,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': flaw !== undefined,
    autoFocus: onDone !== undefined,
    onBlur: () => onDone?.('blur'),
    onChange: (event: {readonly target: {readonly value: string}}) =>
      change(input.name, event.target.value),
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter' || event.key === 'Escape') onDone?.('key');
    },
  };
  if (choices !== undefined) {
    return (
      <select {...shared}>
        <option value="">{translate({id: 'runbook.inputs.choose', message: 'choose …'})}</option>
        {[...new Set([...choices, ...(text === '' ? [] : [text])])].map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={inputModeOf(input)}
      placeholder={input.example ?? undefined}
      size={Math.max(10, (text || (input.example ?? '')).length + 1)}
      autoCapitalize="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}

function choicesOf({type, values}: Input): readonly string[] | undefined {
  if (type === 'bool') return ['true', 'false'];
  return type === 'enum' ? values : undefined;
}

function inputModeOf({type}: Input): 'numeric' | 'decimal' | 'url' | 'text' {
  if (type === 'port') return 'numeric';
  // A keyboard of digits alone has no sign on some phones.
  if (type === 'int' || type === 'ipv4') return 'decimal';
  return type === 'url' ? 'url' : 'text';
}
