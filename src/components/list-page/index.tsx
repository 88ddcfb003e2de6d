import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export {ListTable} from './list-table';
export {PagesNav} from './pages-nav';

export type ListPageProps = {
  readonly title: string;
  /** Under the title, and what a link to the page shows. */
  readonly lead: string;
  readonly children: ReactNode;
};

/** The frame of a list over the whole site. */
export function ListPage({title, lead, children}: ListPageProps) {
  return (
    <Layout title={title} description={lead}>
      <main className={styles.page}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <p>{lead}</p>
        </header>
        {children}
      </main>
    </Layout>
  );
}
