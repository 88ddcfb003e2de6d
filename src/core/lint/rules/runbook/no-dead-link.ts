import {linkTarget} from '../../runbook/link-target';
import type {LinkTarget} from '../../runbook/link-target';
import {defineRule} from '../../rule';
import type {Pages} from '../../page';

export default defineRule({
  id: 'runbook/no-dead-link',
  summary: 'Disallow a relative link to a file that is not there',
  why: 'The page that the reader needs next does not open.',
  severity: 'error',
  messages: {dead: 'Found a link to `{{target}}`, expected a file at `{{path}}`.'},
  examples: {
    good: [
      {
        title: 'files that are there, and links that leave the project',
        source:
          '[Guide](on%20call.md#first)\n[Site](https://example.org/x.md) [Mail](mailto:a@example.org) [Root](/runbooks/x)\n',
        files: {'on call.md': '# First\n'},
      },
      {title: 'a page by the address that the site gives it', source: '[Guide](./guide)\n'},
    ],
    bad: [
      {
        title: 'a guide that nobody wrote',
        source: '- [On-Call Guide](./ON_CALL_GUIDE.md)\n',
        reports: [
          '1:3-1:38 Found a link to `./ON_CALL_GUIDE.md`, expected a file at `ON_CALL_GUIDE.md`.',
        ],
      },
      {
        title: 'an image',
        source: '![Panel](./img/panel.png)\n',
        reports: [
          '1:1-1:26 Found a link to `./img/panel.png`, expected a file at `img/panel.png`.',
        ],
      },
    ],
  },
  check({report, workspace, later}) {
    return {
      file({document: {links, path}}) {
        for (const {url, span} of links) {
          const target = linkTarget(url, path);
          if (target === undefined || target.written === '' || !namesFile(target.written)) continue;
          if (workspace.exists?.(target.path) === true) continue;
          later(pages => {
            if (isPage(target, pages)) return;
            report({at: span, message: 'dead', data: {target: target.written, path: target.path}});
          });
        }
      },
    };
  },
});

/** What a path without an ending, or a generated page, leads to is for the site to say. */
function namesFile(path: string): boolean {
  return /\.[a-z]\w{0,5}$/i.test(path) && !/\.(?:x?html?|php|aspx?|jsp)$/i.test(path);
}

function isPage({path, written}: LinkTarget, {at, all}: Pages): boolean {
  if (at(path) !== undefined) return true;
  // Docusaurus also looks from the root of its documents.
  return !written.startsWith('.') && all.some(page => page.path.endsWith(`/${written}`));
}
