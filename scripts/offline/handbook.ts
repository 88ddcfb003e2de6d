import {toHtml} from 'hast-util-to-html';
import type {Build} from '../../plugins/docusaurus-offline/build-note';
import type {MarkdownDocument, Runbook} from '../../src/core';
import {HANDBOOK_STYLES} from './handbook-styles';
import {runbookBody} from './handbook-body';

/** Every runbook in one HTML page that needs nothing: no script, no network, no other file. */
export function handbook(
  documents: readonly MarkdownDocument[],
  {title, url, build}: {readonly title: string; readonly url: string; readonly build: Build},
): string {
  const runbooks = documents
    .filter(({isRunbook}) => isRunbook)
    .toSorted((a, b) => a.runbook.title.localeCompare(b.runbook.title, 'en'));
  const slugs = new Map(runbooks.map(({path, runbook}) => [fileName(path), runbook.slug]));
  const addressOf = (path: string) => {
    const slug = slugs.get(fileName(path));
    return slug === undefined ? {url: onTheSite(path, url)} : {slug};
  };
  const articles = runbooks.map(
    document =>
      `<article id="${escape(document.runbook.slug)}">\n${factsOf(document.runbook)}\n` +
      `${toHtml(runbookBody(document, addressOf))}\n</article>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(title)}</title>`,
    `<style>${HANDBOOK_STYLES}</style>`,
    `<h1>${escape(title)}</h1>`,
    `<p>Version ${escape(build.version)}, built ${escape(build.builtAt)}. Search with the browser: Ctrl-F.</p>`,
    `<nav><ul>\n${runbooks.map(({runbook}) => entryOf(runbook)).join('\n')}\n</ul></nav>`,
    ...articles,
    '</html>\n',
  ].join('\n');
}

function entryOf({slug, title, alerts}: Runbook): string {
  const names = alerts.map(alert => ` <code>${escape(alert)}</code>`).join('');
  return `<li><a href="#${escape(slug)}">${escape(title)}</a>${names}</li>`;
}

function factsOf({alerts, severity, inputs}: Runbook): string {
  const names = alerts.map(alert => `<code>${escape(alert)}</code>`).join(' ');
  const facts = [severity === null ? '' : `<b class="${severity}">${severity}</b>`, names];
  const said = facts.filter(fact => fact !== '').join(' ');
  return [
    said === '' ? '' : `<p>${said}</p>`,
    inputs.length === 0
      ? ''
      : `<dl>${inputs.map(({name, description}) => `<dt><code>$${escape(name)}</code></dt><dd>${escape(description ?? '')}</dd>`).join('')}</dl>`,
  ].join('');
}

/** Pages link to each other by the names of their files, from whatever folder. */
function fileName(path: string): string {
  return (
    path
      .replace(/\/$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.mdx?$/, '') ?? path
  );
}

/** What is no runbook is not in the page: the link leads to the site. */
function onTheSite(path: string, url: string): string {
  if (/^[a-z][a-z+.-]*:/i.test(path)) return path;
  const route = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/(?:index)?\.mdx?$/, '');
  return `${url}/${route.replace(/\/$/, '')}/`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
