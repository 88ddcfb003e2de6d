import {translate} from '@docusaurus/Translate';
import type {Input} from '../../core';
import {CopyButton} from '../copy';
import {InputControl} from './input-control';
import type {InputState} from './input-state';
import styles from './styles.module.css';

/** One field of the bar: what to give, where it came from, and what would fit if it does not. */
export function InputField({state}: {readonly state: InputState}) {
  const {input} = state;
  const id = `input-${input.name}`;
  return (
    <div className={styles.field} data-origin={state.origin}>
      <label htmlFor={id}>
        <code>{input.name}</code> <span>{input.description}</span>
      </label>
      <InputControl state={state} id={id} describedBy={`${id}-said`} className={styles.control} />
      <p id={`${id}-said`} className={styles.said} data-flaw={state.flaw !== undefined}>
        {sayState(state)}
      </p>
      {input.choices !== null && <Choices command={input.choices} name={input.name} />}
    </div>
  );
}

/** A page is no place for a secret: its values end up in history, screenshots and shared links. */
export function SecretLine({input: {name, description}}: {readonly input: Input}) {
  return (
    <div className={styles.field}>
      <p className={styles.secret}>
        <code>{name}</code> <span>{description}</span>
      </p>
      <p className={styles.said}>
        {translate(
          {
            id: 'runbook.inputs.secret',
            message: 'A secret, so it has no field here. In your shell: {command}',
          },
          {command: `read -rs ${name} && export ${name}`},
        )}
      </p>
    </div>
  );
}

function Choices({command, name}: {readonly command: string; readonly name: string}) {
  return (
    <details className={styles.choices}>
      <summary>
        {translate({id: 'runbook.inputs.choices', message: 'Which ones there are'})}
      </summary>
      <code>{command}</code>
      <CopyButton
        text={command}
        label={translate(
          {id: 'runbook.inputs.copyChoices', message: 'Copy the command that lists {name}'},
          {name},
        )}
      />
    </details>
  );
}

export function sayState({origin, flaw}: InputState): string {
  if (flaw !== undefined) {
    return translate(
      {
        id: 'runbook.inputs.flaw',
        message: 'Does not fit: expected {expected}, such as {example}.',
      },
      {expected: flaw.expected.replaceAll('`', ''), example: flaw.example},
    );
  }
  const words = {
    link: translate({id: 'runbook.inputs.link', message: 'from the link'}),
    tab: translate({id: 'runbook.inputs.tab', message: 'from this tab'}),
    default: translate({id: 'runbook.inputs.default', message: 'the default'}),
    none: translate({id: 'runbook.inputs.none', message: 'not filled in'}),
  };
  return words[origin];
}
