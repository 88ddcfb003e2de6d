import {decodeForm, slicePlaced, unescapeJson} from './placed-text';
import type {PlacedText} from './placed-text';

const API = /\/api\/v1\/query(?:_range|_exemplars)?$/;

/** Servers with a language of their own at an address like that of Prometheus. */
const OTHER_LANGUAGE =
  /loki|logsql|\/select\/|graphite|tempo|vmui|victoria|vmselect|:8428\b|:8481\b/i;

/** `/api/v1/query` of Prometheus or of what speaks like it; `$URL/api/v1/query` too. */
export function isQueryApi(address: string): boolean {
  const path = address.replace(/["']/g, '').replace(/[?#][^]*$/, '');
  return API.test(path) && !OTHER_LANGUAGE.test(path);
}

/**
 * The queries in an address: `query=` of the API, `g0.expr=` of Prometheus' own pages, and the state
 * of Grafana's Explore.
 */
export function queriesInAddress(address: PlacedText): readonly PlacedText[] {
  const {text} = address;
  const path = /^[^\s?#]+(?=\?)/.exec(text)?.[0];
  if (path === undefined) return [];
  if (isQueryApi(path)) return parametersIn(address, /^query$/);
  if (/\/(?:graph|query)\/?$/.test(path) && !OTHER_LANGUAGE.test(path))
    return parametersIn(address, /^g\d+\.expr$/);
  if (!/\/explore\/?$/.test(path) || OTHER_LANGUAGE.test(plainText(text))) return [];
  return parametersIn(address, /^(?:left|panes)$/).flatMap(expressionsInJson);
}

/** The decoded values of the parameters that have such a name. */
function parametersIn(address: PlacedText, name: RegExp): readonly PlacedText[] {
  const parameters = address.text.matchAll(/(?<=[?&])(?<key>[\w.]+)=(?<value>[^&#]+)/g);
  return Array.from(parameters).flatMap(({index, groups = {}}) => {
    const {key = '', value = ''} = groups;
    const start = index + key.length + 1;
    return name.test(key) ? [decodeForm(slicePlaced(address, start, start + value.length))] : [];
  });
}

function expressionsInJson(json: PlacedText): readonly PlacedText[] {
  const found = json.text.matchAll(/(?<="expr"\s*:\s*")(?:\\[^]|[^"\\])+/g);
  return Array.from(found, ({index, 0: text}) =>
    unescapeJson(slicePlaced(json, index, index + text.length)),
  );
}

/** A sequence that is none is left as it is. */
function plainText(text: string): string {
  return text.replace(/%[2-7][\da-f]/gi, code =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
}
