import type {AlertRule, Inventory} from './types';

/** Every rule of an alert's name, in any case; several rules may share one, with other severities. */
export function findAlerts({alerts}: Inventory, name: string): readonly AlertRule[] {
  const wanted = name.toLowerCase();
  return alerts.filter(({alert}) => alert.toLowerCase() === wanted);
}
