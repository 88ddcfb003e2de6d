import type {AlertRule} from '../../../inventory';
import type {Page} from '../../page';
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
  check({report, later}) {
    return {
      alert({alert: rule, place}) {
        const {alert, runbook} = rule;
        const at = place(rule.alertAt.start, rule.alertAt.end);
        later(({all}) => {
          // A project whose pages name no alerts has another way to tie the two together.
          if (all.every(({alerts}) => alerts.length === 0)) return;
          if (all.some(page => isFor(page, alert) || answers(page, rule))) return;
          if (runbook === undefined) report({at, message: 'missing', data: {alert}});
          else report({at, message: 'unresolved', data: {alert, url: runbook.url}});
        });
      },
    };
  },
});

function isFor({alerts}: Page, alert: string): boolean {
  return alerts.some(name => name.toLowerCase() === alert.toLowerCase());
}

/** By its address, its name, or a section of the alert's name. */
function answers({slug, path, anchors}: Page, rule: AlertRule): boolean {
  const name = essence(rule.alert);
  const file = path.split('/').at(-1)?.replace(/\.mdx?$/i, '') ?? '';
  if (essence(slug) === name || essence(file) === name) return true;
  if ([...anchors].some(anchor => essence(anchor) === name)) return true;
  const [address = '', fragment] = (rule.runbook?.url ?? '').split('#');
  const last = address.split('?')[0]?.split('/').findLast(part => part !== '') ?? '';
  const isPage = [slug, file].some(own => essence(own) === essence(last.replace(/\.(?:mdx?|html?)$/i, '')));
  return isPage && (fragment === undefined || anchors.has(fragment.toLowerCase()) || anchors.has(fragment));
}

function essence(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
