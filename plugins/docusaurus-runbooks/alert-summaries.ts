import type {AlertRule, Runbook} from '../../src/core';
import type {AlertSummary} from './client/data';

/** What is known of the alerts of a runbook; the rule's word on severity goes before the page's. */
export function alertSummaries(
  {alerts: names, severity}: Pick<Runbook, 'alerts' | 'severity'>,
  rules: readonly AlertRule[],
): readonly AlertSummary[] {
  return names.map(name => {
    const rule = rules.find(({alert}) => alert === name);
    return {
      name,
      severity: rule?.labels['severity'] ?? severity,
      for: rule?.for ?? null,
    };
  });
}
