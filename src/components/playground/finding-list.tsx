import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import {SeverityBadge} from '../badge';
import type {PlacedFinding} from './examine';
import styles from './styles.module.css';

export type FindingListProps = {
  readonly findings: readonly PlacedFinding[];
  readonly onShow: (finding: PlacedFinding) => void;
};

/** The findings in the order of the text; each leads to its place and to the page of its rule. */
export function FindingList({findings, onShow}: FindingListProps) {
  if (findings.length === 0) {
    return <p>{translate({id: 'playground.clean', message: 'Nothing to say against it.'})}</p>;
  }
  return (
    <ol className={styles.findings}>
      {findings.map(finding => {
        const {rule, severity, line, column, message} = finding;
        return (
          <li key={`${line}:${column} ${rule} ${message}`}>
            <p className={styles.place}>
              <SeverityBadge severity={severity} />
              <button type="button" className={styles.show} onClick={() => onShow(finding)}>
                {translate(
                  {id: 'playground.place', message: 'Line {line}:{column}'},
                  {line, column},
                )}
              </button>
              <Link to={`/rules/${rule}`}>{rule}</Link>
            </p>
            <p className={styles.message}>{message}</p>
          </li>
        );
      })}
    </ol>
  );
}
