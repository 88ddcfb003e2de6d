import type {Runbook, Step} from '../../src/core';
import type {SearchDocument} from './client/search';
import {proseSections} from './prose';
import type {Site} from './published-docs';

/** Every page, step and section of the site as the search finds it. */
export function searchDocuments({content, docs}: Site): readonly SearchDocument[] {
  const stepCode = new Set(
    content.registry.runbooks.flatMap(({steps}) => steps.flatMap(step => codeOf(step) ?? [])),
  );
  return content.documents.flatMap(document => {
    const doc = docs.get(document.path);
    if (doc === undefined) return [];
    const page = {page: doc.title, to: doc.url};
    const {isRunbook, runbook} = document;
    return [
      {...page, ...aboutPage(document, doc.description)},
      ...(isRunbook ? runbook.steps.map(step => aboutStep(step, page)) : []),
      ...proseSections(document, stepCode).map(section => aboutSection(section, page)),
    ];
  });
}

type Page = Pick<SearchDocument, 'page' | 'to'>;

function aboutPage(
  {isRunbook, runbook}: {readonly isRunbook: boolean; readonly runbook: Runbook},
  description: string,
): Omit<SearchDocument, keyof Page> {
  const prose = runbook.description ?? description;
  if (!isRunbook) return {kind: 'page', prose};
  return {
    kind: 'runbook',
    prose,
    ...(runbook.alerts.length > 0 && {name: runbook.alerts.join(' ')}),
    ...(runbook.severity !== null && {severity: runbook.severity}),
  };
}

function aboutStep(step: Step, {page, to}: Page): SearchDocument {
  const {kind, name, title, effect} = step;
  const at = {kind, page, to: `${to}#${name}`};
  if (kind === 'manual') return {...at, prose: step.text};
  return {
    ...at,
    name,
    effect,
    ...(title !== null && {title}),
    code: codeOf(step) ?? '',
  };
}

function codeOf(step: Step): string | undefined {
  if (step.kind === 'manual') return undefined;
  return step.kind === 'command' ? step.script : step.expr;
}

function aboutSection(
  {heading, anchor, prose, code}: ReturnType<typeof proseSections>[number],
  {page, to}: Page,
): SearchDocument {
  return {
    kind: 'section',
    page,
    to: anchor === undefined ? to : `${to}#${anchor}`,
    ...(heading !== undefined && {name: heading}),
    ...(prose !== '' && {prose}),
    ...(code !== '' && {code}),
  };
}
