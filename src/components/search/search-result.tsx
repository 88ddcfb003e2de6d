import Link from '@docusaurus/Link';
import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import {useEffect, useRef} from 'react';
import type {SearchDocument} from '../../../plugins/docusaurus-runbooks/client';
import {EffectBadge, SeverityBadge} from '../badge';
import {Icon} from '../icon';
import {Highlight} from './highlight';
import {snippetOf} from './snippet';
import styles from './styles.module.css';

export type SearchResultProps = {
  readonly id: string;
  readonly result: SearchDocument;
  readonly query: string;
  readonly selected: boolean;
  readonly onFollow: () => void;
  readonly copied: boolean;
  readonly onCopy: () => void;
};

export function SearchResult(props: SearchResultProps) {
  const {id, result, query, selected, onFollow, copied, onCopy} = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({block: 'nearest'});
  }, [selected]);
  const {kind, page, code, prose, effect, severity} = result;
  const isStep = kind === 'command' || kind === 'query';
  const text = code === undefined ? prose : code;
  return (
    <div ref={ref} role="none" className={styles.row}>
      <Link
        id={id}
        role="option"
        aria-selected={selected}
        className={clsx(styles.result)}
        to={result.to}
        tabIndex={-1}
        onClick={onFollow}
      >
        <span className={styles.kind} title={kindWord(kind)}>
          <Icon name={kind} size={17} />
        </span>
        <span className={styles.body}>
          <span className={styles.line}>
            <span className={styles.heading}>
              <Highlight text={headingOf(result)} query={query} />
            </span>
            {(kind === 'runbook' || kind === 'alert') && severity !== undefined && (
              <SeverityBadge severity={severity} />
            )}
            {isStep && effect !== undefined && <EffectBadge effect={effect} />}
          </span>
          {text !== undefined && (
            <span className={clsx(styles.text, code !== undefined && styles.code)}>
              <Highlight text={snippetOf(text, query)} query={query} />
            </span>
          )}
          <span className={styles.place}>{placeOf(result, page)}</span>
        </span>
      </Link>
      {code !== undefined && kind !== 'section' && <CopyCode copied={copied} onCopy={onCopy} />}
    </div>
  );
}

type CopyCodeProps = {readonly copied: boolean; readonly onCopy: () => void};

/** For the pointer; a list of options holds no button, so the keyboard copies by Ctrl-C. */
function CopyCode({copied, onCopy}: CopyCodeProps) {
  return (
    <button
      type="button"
      className={styles.copy}
      tabIndex={-1}
      aria-hidden="true"
      title={translate({id: 'runbook.search.copy', message: 'Copy (Ctrl C)'})}
      // The field keeps the focus.
      onMouseDown={event => event.preventDefault()}
      onClick={onCopy}
    >
      <Icon name={copied ? 'check' : 'copy'} size={15} />
    </button>
  );
}

function headingOf({kind, page, title, name, prose}: SearchDocument): string {
  if (kind === 'runbook' || kind === 'page') return page;
  if (kind === 'manual') return prose ?? '';
  return title ?? name ?? page;
}

function placeOf({kind, name, title}: SearchDocument, page: string): string {
  if (kind === 'runbook') return name ?? kindWord(kind);
  if (kind === 'page' || kind === 'metric') return kindWord(kind);
  if (kind === 'alert') return page === '' ? kindWord(kind) : page;
  return title !== undefined && name !== undefined ? `${page} › ${name}` : page;
}

function kindWord(kind: SearchDocument['kind']): string {
  const words = {
    runbook: translate({id: 'runbook.kind.runbook', message: 'Runbook'}),
    alert: translate({id: 'runbook.kind.alert', message: 'Alert'}),
    metric: translate({id: 'runbook.kind.metric', message: 'Metric'}),
    page: translate({id: 'runbook.kind.page', message: 'Page'}),
    section: translate({id: 'runbook.kind.section', message: 'Section'}),
    command: translate({id: 'runbook.kind.command', message: 'Command'}),
    query: translate({id: 'runbook.kind.query', message: 'Query'}),
    manual: translate({id: 'runbook.kind.manual', message: 'Step by hand'}),
  };
  return words[kind];
}
