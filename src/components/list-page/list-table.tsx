import type {ReactNode} from 'react';
import styles from './styles.module.css';

export type ListTableProps = {
  /** What a screen reader calls the table. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
};

/** A table that becomes a list of cards where it is too narrow for columns. */
export function ListTable({caption, columns, children}: ListTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.heard}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
