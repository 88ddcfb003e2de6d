import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import type {Step} from '../../core';
import {Icon} from '../icon';
import styles from './styles.module.css';

/** Says in words, and with a shape, the most that a step can do. */
export function EffectBadge({effect}: {readonly effect: Step['effect']}) {
  return (
    <span className={clsx(styles.badge, styles[effect])} title={explain(effect)}>
      <Icon name={effect} size={13} />
      {effectWord(effect)}
    </span>
  );
}

export function SeverityBadge({severity}: {readonly severity: string}) {
  return <span className={clsx(styles.severity, styles[severity])}>{severity}</span>;
}

function effectWord(effect: Step['effect']): string {
  const words = {
    read: translate({id: 'runbook.effect.read', message: 'read', description: 'Badge of a step'}),
    change: translate({
      id: 'runbook.effect.change',
      message: 'change',
      description: 'Badge of a step',
    }),
    destroy: translate({
      id: 'runbook.effect.destroy',
      message: 'destroy',
      description: 'Badge of a step',
    }),
  };
  return words[effect];
}

function explain(effect: Step['effect']): string {
  const sentences = {
    read: translate({id: 'runbook.effect.read.explained', message: 'Only looks'}),
    change: translate({
      id: 'runbook.effect.change.explained',
      message: 'Changes something that can be changed back',
    }),
    destroy: translate({
      id: 'runbook.effect.destroy.explained',
      message: 'Loses something that does not come back',
    }),
  };
  return sentences[effect];
}
