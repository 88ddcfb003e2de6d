import type {Runbook, Step} from '../document';
import type {Registry} from './schema';

/**
 * The runbooks that a reader may mean: by slug, by alert name in any case, or by path. More than
 * one where two pages share the name.
 */
export function findRunbooks(registry: Registry, name: string): readonly Runbook[] {
  const wanted = name.toLowerCase();
  const path = name.replace(/^\.\//, '');
  const bySlug = registry.runbooks.filter(({slug}) => slug.toLowerCase() === wanted);
  if (bySlug.length > 0) return bySlug;
  const byAlert = registry.runbooks.filter(({alerts}) =>
    alerts.some(alert => alert.toLowerCase() === wanted),
  );
  if (byAlert.length > 0) return byAlert;
  return registry.runbooks.filter(runbook => runbook.path === path);
}

export function findStep(runbook: Runbook, name: string): Step | undefined {
  return runbook.steps.find(step => step.name === name);
}
