import {translate} from '@docusaurus/Translate';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {RunbooksData} from '../../../plugins/docusaurus-runbooks/client';
import {CopyButton} from '../copy';
import {useChecklist} from './checklist-provider';
import {checklistMarkdown} from './checklist-markdown';
import styles from './styles.module.css';

/** Below a list of manual steps: how far the page is done, and what to do with that. */
export function ChecklistFoot() {
  const {metadata} = useDoc();
  // Global data is untyped; the plugin that gives it has the type.
  const {runbooks} = usePluginData('docusaurus-runbooks') as RunbooksData;
  const {ticks, clear} = useChecklist();
  const total = runbooks[metadata.permalink]?.steps.manual ?? 0;
  if (total === 0) return null;
  const done = [...ticks.values()].filter(isTicked => isTicked).length;
  return (
    <div className={styles.foot}>
      <span role="status">
        {translate(
          {id: 'runbook.checklist.done', message: '{done} of {total} on this page done'},
          {done, total},
        )}
      </span>
      <CopyButton
        text={() => checklistMarkdown(document.body, metadata.title, pageAddress())}
        className={styles.button}
        label={translate({
          id: 'runbook.checklist.copy',
          message: 'Copy as Markdown: the checklist of this page',
        })}
        word={translate({id: 'runbook.checklist.copyWord', message: 'Copy as Markdown'})}
      />
      <button type="button" className={styles.button} disabled={ticks.size === 0} onClick={clear}>
        {translate({id: 'runbook.checklist.clear', message: 'Clear ticks'})}
      </button>
    </div>
  );
}

/** Without the fragment, which may hold values of inputs. */
function pageAddress(): string {
  return `${window.location.origin}${window.location.pathname}`;
}
