import {translate} from '@docusaurus/Translate';
import {useEffect, useMemo} from 'react';
import {readPageInputs} from '../../../plugins/remark-runbook/page-inputs';
import type {Input} from '../../core';
import {InputField, SecretLine} from './input-field';
import {stateOf} from './input-state';
import {useInputs} from './inputs-provider';
import styles from './styles.module.css';

/** Where a reader fills in what the steps of the page need. `json` is what the remark plugin wrote. */
export function InputsBar({json}: {readonly json: unknown}) {
  const inputs = useMemo(() => readPageInputs(json), [json]);
  const {declare} = useInputs();
  useEffect(() => declare(inputs), [declare, inputs]);
  if (inputs.length === 0) return null;
  return (
    <section className={styles.bar} aria-labelledby="inputs">
      <div className={styles.head}>
        <p id="inputs" className={styles.title}>
          {translate({id: 'runbook.inputs.title', message: 'Inputs'})}
        </p>
        <span className={styles.explained}>
          {translate({
            id: 'runbook.inputs.explained',
            message: 'Filled in below wherever they are used. They stay in this browser tab.',
          })}
        </span>
        <ClearButton />
      </div>
      <noscript>
        <p className={styles.notice}>
          {translate({
            id: 'runbook.inputs.noScript',
            message: 'The fields need JavaScript. Without it, set the variables in your shell.',
          })}
        </p>
      </noscript>
      <Refused />
      <Fields inputs={inputs} />
    </section>
  );
}

function ClearButton() {
  const {isGiven, clear} = useInputs();
  return (
    <button type="button" className={styles.clear} disabled={!isGiven} onClick={clear}>
      {translate({id: 'runbook.inputs.clear', message: 'Clear values'})}
    </button>
  );
}

function Refused() {
  const {refused} = useInputs();
  return (
    <div role="status">
      {refused.length > 0 && (
        <p className={styles.notice}>
          {translate(
            {
              id: 'runbook.inputs.refused',
              message: 'Left out of the link, because the value does not fit: {names}.',
            },
            {names: refused.join(', ')},
          )}
        </p>
      )}
    </div>
  );
}

function Fields({inputs}: {readonly inputs: readonly Input[]}) {
  const {states} = useInputs();
  return (
    <div className={styles.fields}>
      {inputs.map(input =>
        input.type === 'secret' ? (
          <SecretLine key={input.name} input={input} />
        ) : (
          <InputField
            key={input.name}
            // The server, and the first picture in a browser, know the defaults only.
            state={states.get(input.name) ?? stateOf(input, undefined, () => true)}
          />
        ),
      )}
    </div>
  );
}
