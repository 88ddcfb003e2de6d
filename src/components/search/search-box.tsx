import {useHistory} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import {clsx} from 'clsx';
import {useId, useState} from 'react';
import type {KeyboardEvent} from 'react';
import type {SearchFacet} from '../../../plugins/docusaurus-runbooks/client';
import {Icon} from '../icon';
import {FacetBar} from './facet-bar';
import {SearchResult} from './search-result';
import styles from './styles.module.css';
import {useCopyResult} from './use-copy-result';
import {useSearch} from './use-search';

export type SearchBoxProps = {
  readonly autoFocus?: boolean;
  /** `floating` shows the results over the page below the box. */
  readonly results: 'inline' | 'floating';
  /** Called when a result was followed. */
  readonly onFollow?: () => void;
  readonly initialQuery?: string;
};

/** A combobox over everything on the site; the keyboard goes all the way. */
export function SearchBox({
  autoFocus = false,
  results: layout,
  onFollow,
  initialQuery = '',
}: SearchBoxProps) {
  const id = useId();
  const history = useHistory();
  const [query, setQuery] = useState(initialQuery);
  const [isOpen, setIsOpen] = useState(autoFocus);
  const [active, setActive] = useState(0);
  const [facet, setFacet] = useState<SearchFacet>();
  const {status, results} = useSearch(query, {wanted: isOpen, facet});
  const {copied, copy, copyWords} = useCopyResult();
  const isShown = isOpen && query.trim() !== '';
  const current = results[active];

  const follow = () => {
    setIsOpen(false);
    onFollow?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (active + 1) % Math.max(1, results.length),
      ArrowUp: (active + results.length - 1) % Math.max(1, results.length),
    };
    const next = moves[event.key];
    if (next !== undefined && isShown) {
      event.preventDefault();
      setActive(next);
    } else if (isCopyKey(event) && isShown && current?.code !== undefined) {
      event.preventDefault();
      copy(current);
    } else if (event.key === 'Enter' && isShown && current !== undefined) {
      event.preventDefault();
      follow();
      history.push(current.to);
    } else if (event.key === 'Escape' && layout === 'floating') {
      setIsOpen(false);
    }
  };

  return (
    <div
      className={clsx(styles.box, styles[layout])}
      onBlur={event => {
        if (layout === 'floating' && !event.currentTarget.contains(event.relatedTarget)) {
          setIsOpen(false);
        }
      }}
    >
      <div className={styles.field}>
        <Icon name="search" size={18} />
        <input
          className={styles.input}
          type="text"
          inputMode="search"
          enterKeyHint="go"
          role="combobox"
          aria-label={boxLabel()}
          aria-autocomplete="list"
          aria-expanded={isShown && results.length > 0}
          aria-controls={`${id}-results`}
          aria-activedescendant={isShown && current ? `${id}-${active}` : undefined}
          placeholder={placeholder()}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // The dialog opens because someone asked for the box.
          autoFocus={autoFocus}
          value={query}
          onFocus={() => setIsOpen(true)}
          onChange={({currentTarget}) => {
            setQuery(currentTarget.value);
            setActive(0);
            setIsOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {layout === 'floating' && <kbd aria-hidden="true">/</kbd>}
      </div>
      <div className={styles.panel} hidden={!isShown}>
        <FacetBar
          facet={facet}
          onChange={next => {
            setFacet(next);
            setActive(0);
          }}
        />
        <div
          className={styles.list}
          id={`${id}-results`}
          role="listbox"
          aria-label={resultsLabel()}
        >
          {results.map((result, index) => (
            <SearchResult
              key={`${result.kind} ${result.to}`}
              id={`${id}-${index}`}
              result={result}
              query={query}
              selected={index === active}
              onFollow={follow}
              copied={copied === result}
              onCopy={() => {
                setActive(index);
                copy(result);
              }}
            />
          ))}
        </div>
        <p className={clsx(styles.status, results.length > 0 && styles.heard)} role="status">
          {isShown && statusWords(status, results.length)}
        </p>
        <p className={styles.heard} role="status">
          {copyWords}
        </p>
      </div>
    </div>
  );
}

/** Copies the marked result unless a part of what was typed is selected. */
function isCopyKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'c' || !(event.ctrlKey || event.metaKey)) return false;
  const {target} = event;
  return target instanceof HTMLInputElement && target.selectionStart === target.selectionEnd;
}

function boxLabel(): string {
  return translate({id: 'runbook.search.label', message: 'Search alerts, commands and queries'});
}

function placeholder(): string {
  return translate({
    id: 'runbook.search.placeholder',
    message: 'Alert, command, metric, flag …',
  });
}

function resultsLabel(): string {
  return translate({id: 'runbook.search.results', message: 'Results'});
}

function statusWords(status: 'loading' | 'ready' | 'failed', count: number): string {
  if (status === 'loading') return translate({id: 'runbook.search.loading', message: 'Loading …'});
  if (status === 'failed') {
    return translate({
      id: 'runbook.search.failed',
      message: 'The search index did not load. Reload the page, or use the list of runbooks.',
    });
  }
  if (count === 0) {
    return translate({
      id: 'runbook.search.none',
      message: 'Nothing found. Try one word of it: a metric, a flag, a part of a name.',
    });
  }
  return translate({id: 'runbook.search.count', message: '{count} results'}, {count});
}
