import {bySpelling} from './alert-pages';
import type {Content} from './content';

/** For curl: the runbook of each alert as its author wrote it, under both spellings of the alert. */
export function alertFiles({
  documents,
}: Pick<Content, 'documents'>): readonly (readonly [path: string, text: string])[] {
  const sources = new Map<string, string[]>();
  for (const {isRunbook, runbook, source} of documents) {
    if (!isRunbook) continue;
    for (const alert of runbook.alerts) {
      sources.set(alert, [...(sources.get(alert) ?? []), source.trimEnd()]);
    }
  }
  const alerts = [...sources].map(([name, texts]) => ({name, text: `${texts.join('\n\n')}\n`}));
  return [...bySpelling(alerts)].map(([name, {text}]) => [`alerts/${name}.md`, text] as const);
}
