import type {MarkdownDocument} from '../../../document';
import {closest} from '../../../closest';
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
  check({report, workspace}) {
    return {
      file({document}) {
        for (const {url, span} of document.links) {
          const target = linkTarget(url, document.path);
          const fragment = target?.fragment;
          if (target === undefined || fragment === undefined) continue;
          const page =
            target.path === document.path ? document : workspace.documents.get(target.path);
          if (page === undefined || isGiven(fragment, page)) continue;
          const similar = closest(fragment, page.anchors);
          const where = page === document ? 'this page' : `\`${page.path}\``;
          if (similar === undefined)
            report({at: span, message: 'dead', data: {fragment, page: where}});
          else report({at: span, message: 'similar', data: {fragment, similar}});
        }
      },
    };
  },
});

/** Generators disagree about punctuation in anchors, so that only letters and digits are compared. */
function isGiven(fragment: string, page: MarkdownDocument): boolean {
  if (fragment === '' || fragment === 'top' || /^:~:|[=!/?]/.test(fragment)) return true;
  if (page.anchors.has(fragment)) return true;
  const wanted = essence(fragment.replace(/^user-content-/, ''));
  return (
    [...page.anchors].some(anchor => essence(anchor) === wanted) || isWritten(fragment, page.source)
  );
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
