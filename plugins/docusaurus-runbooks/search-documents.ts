import type {Runbook, Step} from '../../src/core';
import type {SearchDocument} from './client/search';
import type {SiteLists} from './list-pages';
import {proseSections} from './prose';
import type {Site} from './published-docs';

/** Every page, step and section of the site as the search finds it. */
export function searchDocuments(
  site: Site,
  lists: Pick<SiteLists, 'alerts' | 'metrics'>,
): readonly SearchDocument[] {
  return [...aboutPages(site), ...aboutLists(lists)];
}

function aboutPages({content, docs}: Site): readonly SearchDocument[] {
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
      ...(content.brief.has(document.path) ? [] : proseSections(document, stepCode)).map(section =>
        aboutSection(section, page),
      ),
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

/** Alerts lead to their runbook, or to their own page where several or none are written. */
function aboutLists({
  alerts,
  metrics,
}: Pick<SiteLists, 'alerts' | 'metrics'>): readonly SearchDocument[] {
  return [
    ...alerts.flatMap(({name, severity, expr, to: own, runbooks}): readonly SearchDocument[] => {
      const to = runbooks.length === 1 ? (runbooks[0]?.to ?? own) : own;
      if (to === null) return [];
      return [
        {
          kind: 'alert',
          page: runbooks[0]?.title ?? '',
          to,
          name,
          ...(severity !== null && {severity}),
          ...(expr !== null && {code: expr}),
        },
      ];
    }),
    ...metrics.map(({name, help, to}): SearchDocument => ({
      kind: 'metric',
      page: '',
      to,
      name,
      ...(help !== '' && {prose: help}),
    })),
  ];
}
