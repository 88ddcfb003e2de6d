import type {PluginContentLoadedActions} from '@docusaurus/types';
import {compareDays, formatDay, pageOwner, pageReviews} from '../../src/core';
import type {MarkdownDocument} from '../../src/core';
import type {RunbookFacts} from './client/data';
import type {Content} from './content';
import {factsFile} from './facts-file';

/** Writes the facts of each runbook where `remarkRunbookFacts` lets its page look. */
export async function addRunbookFacts(
  content: Content,
  {createData}: Pick<PluginContentLoadedActions, 'createData'>,
): Promise<void> {
  const runbooks = content.documents.filter(({isRunbook}) => isRunbook);
  await Promise.all(
    runbooks.map(document => createData(factsFile(document.path), runbookFacts(document, content))),
  );
}

export function runbookFacts(
  {frontMatter, runbook}: MarkdownDocument,
  {inventory, owner}: Pick<Content, 'inventory' | 'owner'>,
): RunbookFacts {
  const reviews = pageReviews(frontMatter);
  const due = reviews.flatMap(review => review.due ?? []).sort(compareDays)[0];
  const reviewed = reviews
    .flatMap(review => review.reviewed ?? [])
    .sort(compareDays)
    .at(-1);
  return {
    alerts: runbook.alerts.flatMap(name =>
      inventory.alerts
        .filter(({alert}) => alert === name)
        .map(({expr}) => ({name, expr: expr.trim()})),
    ),
    owner: pageOwner(frontMatter) ?? owner,
    reviewed: reviewed === undefined ? null : formatDay(reviewed),
    due: due === undefined ? null : formatDay(due),
  };
}
