import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import type {StepAttributes} from '../../../plugins/remark-runbook/attributes';
import {quoteShell} from '../../core/inputs';
import type {Fillings} from '../../core/inputs';
import {CopyButton} from '../copy';
import {useInputs} from '../inputs';
import {QueryLinks} from './query-links';
import styles from './styles.module.css';

/** The line below the code: what is unusual about the step, and the command that runs it. */
export function StepFacts({
  step,
  text,
}: {
  readonly step: StepAttributes;
  /** The command or query with what is filled in. */
  readonly text: string;
}) {
  const {fillings} = useInputs();
  const run = runCommand(step, fillings);
  const facts = factsOf(step);
  return (
    <div className={styles.foot}>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map(({key, said}) => (
            <li key={key}>{said}</li>
          ))}
        </ul>
      )}
      {step.kind === 'query' && <QueryLinks step={step} query={text} />}
      <div className={styles.run}>
        <code>{run}</code>
        <CopyButton
          text={run}
          className={styles.small}
          label={translate({id: 'runbook.copy.run', message: 'Copy {run}'}, {run})}
        />
      </div>
    </div>
  );
}

/** With the values that are filled in, so that the runner asks for the rest only. */
function runCommand({id, inputs}: StepAttributes, fillings: Fillings): string {
  const set = inputs.flatMap(name => {
    const value = fillings.get(name)?.value;
    return value === undefined || value === null ? [] : ['--set', `${name}=${quoteShell(value)}`];
  });
  return ['npx runbook run', id, ...set].join(' ');
}

type Fact = {readonly key: string; readonly said: ReactNode};

function factsOf(step: StepAttributes): readonly Fact[] {
  const {traits, inputs, needs, timeout, exit, undo, background} = step;
  const facts: readonly (Fact | false)[] = [
    ...traits.map(trait => ({key: trait, said: <strong>{traitWords(trait)}</strong>})),
    background && {key: 'background', said: backgroundWords(step)},
    step.expect !== undefined && {key: 'expect', said: expectWords(step)},
    inputs.length > 0 && {key: 'inputs', said: inputWords(inputs)},
    needs.length > 0 && {key: 'needs', said: <StepLinks said={needsWord()} names={needs} />},
    step.kind === 'command' && {key: 'exit', said: exitWords(exit ?? '0')},
    timeout !== undefined && {key: 'timeout', said: timeoutWords(timeout)},
    undo !== undefined && {key: 'undo', said: <StepLinks said={undoWord()} names={[undo]} />},
  ];
  return facts.filter(fact => fact !== false);
}

function StepLinks({said, names}: {readonly said: string; readonly names: readonly string[]}) {
  return (
    <>
      {said}{' '}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <a href={`#${name}`}>{name}</a>
        </span>
      ))}
    </>
  );
}

function traitWords(trait: string): string {
  if (trait === 'interactive') {
    return translate({id: 'runbook.trait.interactive', message: 'interactive'});
  }
  if (trait === 'blocking') {
    return translate({id: 'runbook.trait.blocking', message: 'does not return by itself'});
  }
  if (trait === 'secrets') {
    return translate({id: 'runbook.trait.secrets', message: 'prints secrets'});
  }
  return trait;
}

function backgroundWords({ready}: StepAttributes): string {
  if (ready === undefined) {
    return translate({id: 'runbook.step.background', message: 'runs in the background'});
  }
  return translate(
    {id: 'runbook.step.ready', message: 'runs in the background, ready at {ready}'},
    {ready: ready.replace(/^(?:port|log):/, '')},
  );
}

function expectWords({expect = '', within, every}: StepAttributes): string {
  const wanted = wantedWords(expect);
  if (within === undefined) return wanted;
  return translate(
    {id: 'runbook.query.within', message: '{wanted}, within {within}, asked every {every}'},
    {wanted, within, every: every ?? '15s'},
  );
}

function wantedWords(expect: string): string {
  if (expect === 'empty') {
    return translate({id: 'runbook.query.empty', message: 'good when it returns nothing'});
  }
  if (expect === 'any') {
    return translate({id: 'runbook.query.any', message: 'good when it returns something'});
  }
  return translate({id: 'runbook.query.expect', message: 'good when {expect}'}, {expect});
}

function inputWords(inputs: readonly string[]): string {
  return translate(
    {id: 'runbook.step.inputs', message: 'needs {inputs}'},
    {inputs: inputs.join(', ')},
  );
}

function exitWords(exit: string): string {
  return translate(
    {id: 'runbook.step.exit', message: 'expects exit code {exit}'},
    {exit: exit.replaceAll(',', ', ')},
  );
}

function timeoutWords(timeout: string): string {
  return translate({id: 'runbook.step.timeout', message: 'at most {timeout}'}, {timeout});
}

function needsWord(): string {
  return translate({id: 'runbook.step.needs', message: 'after'});
}

function undoWord(): string {
  return translate({id: 'runbook.step.undo', message: 'undo with'});
}
