import type {MarkdownDocument} from '../../../document';
import type {AlertRule} from '../../../inventory';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/require-alert-page',
  summary: 'Require a runbook for each alert of the rule files',
  why: 'The alert pages somebody at night, and nothing tells them what to do.',
  severity: 'error',
  messages: {
    missing: 'Found no runbook for the alert `{{alert}}`, expected one with `alert: {{alert}}` in its front matter.',
    unresolved: 'Found no runbook at `{{url}}` for the alert `{{alert}}`, expected one with `alert: {{alert}}` in its front matter.',
  },
  examples: {
    good: [
      {
        title: 'a page that names the alert in any case, and one that its link leads to',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: HighErrorRate\n        expr: up == 0\n      - alert: SyncLag\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/sync#sync-lag\n',
        files: {
          'runbooks/high-error-rate.md': '---\nrunbook:\n  alert: higherrorrate\n---\n',
          'runbooks/sync.md': '# Sync\n\n## Sync lag\n',
        },
      },
    ],
    bad: [
      {
        title: 'an alert that no page names, and a link that leads nowhere',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: PodNotReady\n        expr: up == 0\n      - alert: SyncLag\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/sync-lag\n',
        files: {'runbooks/high-error-rate.md': '---\nrunbook:\n  alert: HighErrorRate\n---\n'},
        reports: ['4:16-4:27 Found no runbook for the alert `PodNotReady`, expected one with `alert: PodNotReady` in its front matter.', '6:16-6:23 Found no runbook at `https://docs.example.org/runbooks/sync-lag` for the alert `SyncLag`, expected one with `alert: SyncLag` in its front matter.'],
      },
    ],
  },
  check({report, workspace}) {
    const {runbooks} = workspace.registry;
    const listed = new Set(runbooks.flatMap(({alerts}) => alerts.map(alert => alert.toLowerCase())));
    const documents = [...workspace.documents.values()];
    return {
      alert({alert: rule, place}) {
        // A project whose pages name no alerts has another way to tie the two together.
        if (listed.size === 0 || listed.has(rule.alert.toLowerCase())) return;
        if (documents.some(document => answers(document, rule))) return;
        const at = place(rule.alertAt.start, rule.alertAt.end);
        const {alert, runbook} = rule;
        if (runbook === undefined) report({at, message: 'missing', data: {alert}});
        else report({at, message: 'unresolved', data: {alert, url: runbook.url}});
      },
    };
  },
});

/** By its address, its name, or a section of the alert's name. */
function answers({runbook: page, path, anchors}: MarkdownDocument, rule: AlertRule): boolean {
  const name = essence(rule.alert);
  const file = path.split('/').at(-1)?.replace(/\.mdx?$/i, '') ?? '';
  if (essence(page.slug) === name || essence(file) === name) return true;
  if ([...anchors].some(anchor => essence(anchor) === name)) return true;
  const [address = '', fragment] = (rule.runbook?.url ?? '').split('#');
  const last = address.split('?')[0]?.split('/').findLast(part => part !== '') ?? '';
  const isPage = [page.slug, file].some(own => essence(own) === essence(last.replace(/\.(?:mdx?|html?)$/i, '')));
  return isPage && (fragment === undefined || anchors.has(fragment.toLowerCase()) || anchors.has(fragment));
}

function essence(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
