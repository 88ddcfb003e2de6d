import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import type {ListData} from '../../../plugins/docusaurus-runbooks/client';
import styles from './styles.module.css';

/** Leads through the pages of a list; nothing where there is only one. */
export function PagesNav({list}: {readonly list: ListData<unknown>}) {
  const {rows, start, total, base, page, pages} = list;
  if (pages === 1) return null;
  const addressOf = (number: number) => (number === 1 ? base : `${base}${number}/`);
  return (
    <nav
      className={styles.pages}
      aria-label={translate({id: 'list.pages', message: 'Pages of the list'})}
    >
      {page > 1 && (
        <Link className={clsx(styles.turn)} to={addressOf(page - 1)} rel="prev">
          {translate({id: 'list.previous', message: 'Previous'})}
        </Link>
      )}
      <span>
        {translate(
          {id: 'list.range', message: '{first} to {last} of {total}'},
          {first: start + 1, last: start + rows.length, total},
        )}
      </span>
      {page < pages && (
        <Link className={clsx(styles.turn)} to={addressOf(page + 1)} rel="next">
          {translate({id: 'list.next', message: 'Next'})}
        </Link>
      )}
    </nav>
  );
}
