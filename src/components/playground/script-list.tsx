import {translate} from '@docusaurus/Translate';
import {EffectBadge} from '../badge';
import type {ExaminedScript} from './examine';
import styles from './styles.module.css';

/** What each script can do, and which programs make it so. */
export function ScriptList({scripts}: {readonly scripts: readonly ExaminedScript[]}) {
  return (
    <ul className={styles.scripts}>
      {scripts.map(({line, effect, traits, programs}) => (
        <li key={line}>
          <span>{translate({id: 'playground.line', message: 'Line {line}'}, {line})}</span>
          <EffectBadge effect={effect} />
          {traits.length > 0 && <span>{traits.join(', ')}</span>}
          {programs.length > 0 && <code>{programs.join(', ')}</code>}
        </li>
      ))}
    </ul>
  );
}
