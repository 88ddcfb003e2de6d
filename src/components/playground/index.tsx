import {useLocation} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import {useEffect, useRef, useState} from 'react';
import type {PlacedFinding} from './examine';
import {FindingList} from './finding-list';
import {KINDS, LONGEST_TEXT} from './kinds';
import type {Kind} from './kinds';
import {linkFor, readLink} from './link';
import {ScriptList} from './script-list';
import styles from './styles.module.css';
import {useExamined} from './use-examined';

const FIRST_TEXT =
  'kubectl delete pods --all -n web\ncurl http://prometheus:9090/api/v1/query?query=rate(up)\n';

/** Lints what is typed, in the page and nowhere else. */
export function Playground() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Kind>();
  const area = useRef<HTMLTextAreaElement>(null);
  useLinkedText(setText, setChosen);
  const examination = useExamined(text, chosen);
  const examined = typeof examination === 'object' ? examination : undefined;
  const kind = chosen ?? examined?.kind ?? 'command';

  async function mend(): Promise<void> {
    const {mended} = await import('./examine');
    setText(mended(text, kind));
  }

  return (
    <div className={styles.playground}>
      <section className={styles.side}>
        <div className={styles.bar}>
          <label htmlFor="playground-text">
            {translate({id: 'playground.text', message: 'Markdown, a command or a query'})}
          </label>
          <label className={styles.kind}>
            {translate({id: 'playground.kind', message: 'Read as'})}
            <select
              value={chosen ?? ''}
              onChange={({target}) => setChosen(KINDS.find(one => one === target.value))}
            >
              <option value="">
                {translate(
                  {id: 'playground.guess', message: 'guess ({kind})'},
                  {kind: kindWord(kind)},
                )}
              </option>
              {KINDS.map(one => (
                <option key={one} value={one}>
                  {kindWord(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <textarea
          id="playground-text"
          ref={area}
          className={styles.text}
          value={text}
          onChange={({target}) => setText(target.value)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          rows={18}
        />
        <div className={styles.bar}>
          <button
            type="button"
            className={styles.button}
            disabled={examined?.result.findings.some(({fixable}) => fixable) !== true}
            onClick={() => void mend()}
          >
            {translate({id: 'playground.fix', message: 'Apply all safe fixes'})}
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={() => window.history.replaceState(null, '', linkFor(text, kind))}
          >
            {translate({id: 'playground.link', message: 'Put it into the address'})}
          </button>
        </div>
        <p className={styles.note}>
          {translate({
            id: 'playground.private',
            message: 'Nothing leaves this page: the lint runs here, in your browser.',
          })}
        </p>
      </section>
      <section className={styles.side} aria-live="polite" aria-label={resultsWord()}>
        {examination === 'too-long' && <p>{tooLongWords(text.length)}</p>}
        {examined !== undefined && (
          <>
            <h2>{translate({id: 'playground.findings', message: 'Findings'})}</h2>
            <FindingList
              findings={examined.result.findings}
              onShow={finding => select(area.current, finding)}
            />
            {examined.result.scripts.length > 0 && (
              <>
                <h2>{translate({id: 'playground.effects', message: 'What it can do'})}</h2>
                <ScriptList scripts={examined.result.scripts} />
              </>
            )}
            {examined.result.queries.length > 0 && (
              <>
                <h2>{translate({id: 'playground.queries', message: 'The query, laid out'})}</h2>
                {examined.result.queries.map(query => (
                  <pre key={query} className={styles.query} tabIndex={0}>
                    <code>{query}</code>
                  </pre>
                ))}
              </>
            )}
          </>
        )}
      </section>
    </div>
  );
}

/** Shows what the link asks for, else something to begin with. */
function useLinkedText(
  setText: (text: string) => void,
  setKind: (kind: Kind | undefined) => void,
): void {
  const {search, hash} = useLocation();
  useEffect(() => {
    const {text, kind, rule} = readLink(search, hash, LONGEST_TEXT);
    if (text !== undefined || rule === undefined) {
      setText(text ?? FIRST_TEXT);
      setKind(kind);
      return;
    }
    void import('./examine').then(({exampleOf}) => {
      setText(exampleOf(rule) ?? FIRST_TEXT);
      setKind('markdown');
    });
  }, [search, hash, setText, setKind]);
}

function select(area: HTMLTextAreaElement | null, finding: PlacedFinding): void {
  if (area === null) return;
  const {line, column, endLine, endColumn} = finding;
  area.focus();
  area.setSelectionRange(
    offsetOf(area.value, line, column),
    offsetOf(area.value, endLine, endColumn),
  );
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, {length}) => sum + length + 1, 0) + column - 1;
}

function kindWord(kind: Kind): string {
  const words = {
    markdown: translate({id: 'playground.kind.markdown', message: 'Markdown'}),
    command: translate({id: 'playground.kind.command', message: 'a command'}),
    query: translate({id: 'playground.kind.query', message: 'a query'}),
  };
  return words[kind];
}

function resultsWord(): string {
  return translate({id: 'playground.results', message: 'What the lint says'});
}

function tooLongWords(length: number): string {
  return translate(
    {
      id: 'playground.long',
      message: 'Found {length} characters, {most} are the most. Lint the file in a terminal.',
    },
    {length, most: LONGEST_TEXT},
  );
}
