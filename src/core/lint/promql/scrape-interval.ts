import type {Inventory, JsonValue, KubernetesObject} from '../../inventory';
import {readDuration} from '../../promql';

/** How often Prometheus looks, and the manifest that says so. */
export type ScrapeInterval = {
  readonly seconds: number;
  readonly text: string;
  readonly path: string;
};

/**
 * The shortest interval that a monitor or a Prometheus of the inventory has: which of them a metric
 * comes from cannot be told, and what is short for this one is short for all.
 */
export function scrapeInterval({objects}: Inventory): ScrapeInterval | undefined {
  const all = objects.flatMap(object =>
    intervalsOf(object).flatMap(text => {
      const reading = readDuration(text);
      return reading.kind === 'value' && reading.value > 0
        ? [{seconds: reading.value, text, path: object.path}]
        : [];
    }),
  );
  return all.toSorted((a, b) => a.seconds - b.seconds)[0];
}

const ENDPOINTS: ReadonlyMap<string, string> = new Map([
  ['ServiceMonitor', 'endpoints'],
  ['PodMonitor', 'podMetricsEndpoints'],
]);

function intervalsOf({type, value}: KubernetesObject): readonly string[] {
  const spec = value['spec'];
  if (!isObject(spec)) return [];
  if (type === 'Prometheus' || type === 'Probe' || type === 'ScrapeConfig') {
    return [spec['scrapeInterval'], spec['interval']].filter(item => typeof item === 'string');
  }
  const endpoints = spec[ENDPOINTS.get(type) ?? ''];
  if (!Array.isArray(endpoints)) return [];
  return endpoints.flatMap((endpoint: JsonValue) => {
    const interval = isObject(endpoint) ? endpoint['interval'] : undefined;
    return typeof interval === 'string' ? [interval] : [];
  });
}

function isObject(value: JsonValue | undefined): value is {readonly [key: string]: JsonValue} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
