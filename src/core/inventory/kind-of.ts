export type InventoryKind = 'kubernetes' | 'rules' | 'metrics';

/**
 * What a file of a mixed folder holds, by its name and a look at its text; `undefined` when it is
 * no part of an inventory (values, kustomizations, unit tests of rules, documents).
 */
export function inventoryKindOf(path: string, source: string): InventoryKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(?:prom|metrics|openmetrics)$/.test(name)) return 'metrics';
  if (name.endsWith('.json')) return kindOfJson(source);
  if (/\.ya?ml$/.test(name)) return kindOfYaml(source);
  if (name.endsWith('.rules')) return 'rules';
  return /\.txt$|^[^.]*$/.test(name) && /^# (?:HELP|TYPE) \S/m.test(source) ? 'metrics' : undefined;
}

function kindOfYaml(source: string): InventoryKind | undefined {
  if (/^apiVersion: *["']?kustomize\.config\.k8s\.io\//m.test(source)) return undefined;
  if (hasKey(source, 'apiVersion') && hasKey(source, 'kind')) return 'kubernetes';
  return hasKey(source, 'groups') && /^\s*(?:- )?rules\s*:/m.test(source) ? 'rules' : undefined;
}

/** At the left margin, as the first lines of a manifest and of a rule file are. */
function hasKey(source: string, key: string): boolean {
  return new RegExp(`^["']?${key}["']? *:`, 'm').test(source);
}

function kindOfJson(source: string): InventoryKind | undefined {
  if (/"apiVersion"\s*:/.test(source) && /"kind"\s*:/.test(source)) return 'kubernetes';
  if (/"groups"\s*:\s*\[/.test(source) && /"rules"\s*:\s*\[/.test(source)) return 'rules';
  return /"type"\s*:\s*"(?:counter|gauge|histogram|summary|unknown)"/.test(source)
    ? 'metrics'
    : undefined;
}
