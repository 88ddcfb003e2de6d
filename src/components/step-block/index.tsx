import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import type {StepAttributes} from '../../../plugins/remark-runbook/attributes';
import {EffectBadge} from '../badge';
import {fillText} from '../../core/inputs';
import {CopyButton} from '../copy';
import {useInputs} from '../inputs';
import {StepFacts} from './step-facts';
import styles from './styles.module.css';

export type StepBlockProps = {
  readonly step: StepAttributes;
  /** What the copy button gives. */
  readonly text: string;
  readonly children: ReactNode;
};

/** The frame of a command or a query: what it does above the code, how to run it below. */
export function StepBlock({step, text, children}: StepBlockProps) {
  const {name, title, effect} = step;
  const {fillings, anchor} = useInputs();
  const filled = fillText(text, step, fillings);
  useBrokenLinks().collectAnchor(name);
  return (
    <figure
      id={name}
      className={styles.step}
      data-step-id={step.id}
      data-effect={effect}
      data-linked={anchor === name}
    >
      <figcaption className={styles.head}>
        <div className={styles.what}>
          {title !== undefined && <div className={styles.title}>{title}</div>}
          <a className={styles.name} href={`#${name}`} title={linkTitle()}>
            <span aria-hidden="true">#</span>
            {name}
          </a>
        </div>
        <EffectBadge effect={effect} />
        <CopyButton text={filled} label={copyLabel(step)} word={copyWord()} />
      </figcaption>
      {effect === 'destroy' && <p className={styles.danger}>{dangerSentence()}</p>}
      {children}
      <StepFacts step={step} text={filled} />
    </figure>
  );
}

function linkTitle(): string {
  return translate({id: 'runbook.step.link', message: 'Link to this step'});
}

function copyWord(): string {
  return translate({id: 'runbook.copy.word', message: 'Copy'});
}

function copyLabel({name, kind}: StepAttributes): string {
  if (kind === 'query') {
    return translate({id: 'runbook.copy.query', message: 'Copy the query {name}'}, {name});
  }
  return translate({id: 'runbook.copy.command', message: 'Copy the command {name}'}, {name});
}

function dangerSentence(): string {
  return translate({
    id: 'runbook.step.destroys',
    message: 'This can lose something for good. Read it to the end before you run it.',
  });
}
