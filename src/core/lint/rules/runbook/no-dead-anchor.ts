import type {Heading, Span} from '../../../document';
import {closest} from '../../../closest';
import type {Page} from '../../page';
import {linkTarget} from '../../runbook/link-target';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-dead-anchor',
  summary: 'Disallow a link to a section or step that is not on its page',
  why: 'The browser stays at the top of the page, and a table of contents promises what is not there.',
  severity: 'error',
  messages: {
    dead: 'Found a link to `#{{fragment}}`, expected the anchor of a heading or step of {{page}}.',
    similar: 'Found a link to `#{{fragment}}`, expected `#{{similar}}`.',
  },
  examples: {
    good: [
      {
        title: 'a shortcode in a heading, and lines of a file',
        source:
          '# Upgrades\n\n## Since{{< new "1.17" >}}\n\nSee [there](#since) and [these lines](#L3-L5).\n',
      },
      {
        title: 'a heading, a step, and an id of its own',
        source:
          '[A](#high-error-rate-5) [B](#pods) [C](#own) [D](other.md#top)\n\n## High Error Rate (>5%)\n\n```bash {"name":"pods"}\nkubectl get pods\n```\n\n## Mine {#own}\n',
        files: {'other.md': '# Top\n'},
      },
      {title: 'a page that is not known', source: '[A](unknown#part) [B](#)\n'},
    ],
    bad: [
      {
        title: 'a section that nobody wrote',
        source:
          '1. [Common Issues](#common-issues)\n2. [Database Issues](#database-issues)\n\n## Common Issues\n',
        reports: [
          '2:4-2:39 Found a link to `#database-issues`, expected the anchor of a heading or step of this page.',
        ],
      },
      {
        title: 'a slip of the pen, on another page',
        source: '[Roll back](other.md#role-back)\n',
        files: {'other.md': '## Roll back\n'},
        reports: ['1:1-1:32 Found a link to `#role-back`, expected `#roll-back`.'],
      },
    ],
  },
  check({report, later}) {
    const judge = (
      {fragment, span}: {readonly fragment: string; readonly span: Span},
      {page, where}: {readonly page: Target | undefined; readonly where: string},
    ) => {
      if (page === undefined || isGiven(fragment, page)) return;
      const similar = closest(fragment, page.anchors);
      if (similar === undefined) report({at: span, message: 'dead', data: {fragment, page: where}});
      else report({at: span, message: 'similar', data: {fragment, similar}});
    };
    return {
      file({document}) {
        const {path} = document;
        for (const {url, span} of document.links) {
          const target = linkTarget(url, path);
          const fragment = target?.fragment;
          if (target === undefined || fragment === undefined) continue;
          const link = {fragment, span};
          if (target.path === path) judge(link, {page: document, where: 'this page'});
          else
            later(pages => judge(link, {page: pages.at(target.path), where: `\`${target.path}\``}));
        }
      },
    };
  },
});

type Target = Pick<Page, 'anchors' | 'headings' | 'source'>;

/** Generators disagree about punctuation in anchors, so that only letters and digits are compared. */
function isGiven(fragment: string, page: Target): boolean {
  if (fragment === '' || fragment === 'top' || /^:~:|[=!/?]|^L\d+(?:-L?\d+)?$/.test(fragment))
    return true;
  if (page.anchors.has(fragment)) return true;
  const wanted = essence(fragment.replace(/^user-content-/, ''));
  return (
    [...page.anchors].some(anchor => essence(anchor) === wanted) ||
    page.headings.some(heading => beforeTemplate(heading, page) === wanted) ||
    isWritten(fragment, page.source)
  );
}

/** A shortcode in a heading adds what only the site knows; undefined where there is none. */
function beforeTemplate({span}: Heading, {source}: Target): string | undefined {
  const written = source.slice(span.start.offset, span.end.offset);
  const at = written.search(/\{\{|\{%/);
  return at === -1 ? undefined : essence(written.slice(0, at));
}

function essence(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** Components and templates have ids that Markdown does not know. */
function isWritten(fragment: string, source: string): boolean {
  return [
    `"${fragment}"`,
    `'${fragment}'`,
    `{#${fragment}`,
    `{: #${fragment}`,
    `[[${fragment}]]`,
  ].some(form => source.includes(form));
}
