import Link from '@docusaurus/Link';
import {clsx} from 'clsx';
import type {PageLink} from '../../../plugins/docusaurus-runbooks/client';
import {Icon} from '../icon';
import type {IconName} from '../icon';
import styles from './styles.module.css';

export type LinkGroupProps = {
  readonly heading: string;
  readonly icon: IconName;
  readonly links: readonly PageLink[];
};

export function LinkGroup({heading, icon, links}: LinkGroupProps) {
  if (links.length === 0) return null;
  const id = `group-${icon}`;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.groupTitle}>
        {heading}
      </h2>
      <ul className={styles.links}>
        {links.map(({to, title, description}) => (
          <li key={to}>
            <Link className={clsx(styles.link)} to={to}>
              <Icon name={icon} size={18} />
              <span>
                <strong>{title}</strong>
                <span className={styles.description}>{description}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
