import Link from '@docusaurus/Link';
import {findFirstSidebarItemLink, useDocById} from '@docusaurus/plugin-content-docs/client';
import type {Props} from '@theme/DocCard';
import {clsx} from 'clsx';
import styles from './styles.module.css';

/** A page in a list of pages: whole titles and descriptions, no pictures. */
export default function DocCard({item}: Props) {
  const doc = useDocById(item.type === 'link' ? item.docId : undefined);
  if (item.type === 'html') return null;
  const to = item.type === 'link' ? item.href : findFirstSidebarItemLink(item);
  if (to === undefined) return null;
  const description = item.description ?? doc?.description;
  return (
    <Link className={clsx(styles.card, item.className)} to={to}>
      <strong>{item.label}</strong>
      {description !== undefined && <span>{description}</span>}
    </Link>
  );
}
