import type {MarkdownDocument, Span} from '../../../document';
import {closest} from '../../../closest';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/no-unknown-alert',
  summary: 'Disallow a runbook for an alert that no rule file has',
  why: 'The alert was renamed or removed: its page is never opened again, and the one that fires has none.',
  severity: 'error',
  messages: {
    unknown: 'Found the alert `{{alert}}`, expected one that a rule file has.',
    similar: 'Found the alert `{{alert}}`, which no rule file has, expected `{{similar}}`.',
  },
  examples: {
    good: [
      {
        title: 'an alert of the rule file',
        source: '---\nrunbook:\n  alert: HighErrorRate\n---\n\n# High error rate\n',
        files: {
          'alerts.yml':
            'groups:\n  - name: web\n    rules:\n      - alert: HighErrorRate\n        expr: up == 0\n',
        },
      },
    ],
    bad: [
      {
        title: 'an alert that was renamed, and one that is gone',
        source: '---\nrunbook:\n  alerts: [HighErorRate, DiskFull]\n---\n\n# High error rate\n',
        files: {
          'alerts.yml':
            'groups:\n  - name: web\n    rules:\n      - alert: HighErrorRate\n        expr: up == 0\n',
        },
        reports: ['3:12-3:24 Found the alert `HighErorRate`, which no rule file has, expected `HighErrorRate`.', '3:26-3:34 Found the alert `DiskFull`, expected one that a rule file has.'],
      },
    ],
  },
  check({report, workspace}) {
    const alerts = workspace.inventory?.alerts.map(({alert}) => alert) ?? [];
    const known = new Set(alerts.map(alert => alert.toLowerCase()));
    return {
      file({document}) {
        if (known.size === 0) return;
        for (const {alert, at} of alertsOf(document)) {
          if (known.has(alert.toLowerCase())) continue;
          const similar = closest(alert, alerts);
          if (similar === undefined) report({at, message: 'unknown', data: {alert}});
          else report({at, message: 'similar', data: {alert, similar}});
        }
      },
    };
  },
});

/** The list follows the single one in `alerts`; only the place tells them apart. */
function alertsOf({
  frontMatter,
  runbook: {alerts},
}: MarkdownDocument): readonly {readonly alert: string; readonly at: Span}[] {
  if (frontMatter === undefined) return [];
  const single = hasSingle(frontMatter.data) ? 1 : 0;
  return alerts.map((alert, index) => ({
    alert,
    at: frontMatter.placeOf(index < single ? ['runbook', 'alert'] : ['runbook', 'alerts', index - single]),
  }));
}

function hasSingle(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('runbook' in data)) return false;
  const {runbook} = data;
  return typeof runbook === 'object' && runbook !== null && 'alert' in runbook;
}
