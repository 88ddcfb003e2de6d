import {isMap, visit} from 'yaml';
import type {Document} from 'yaml';
import type {InventoryFile, InventoryProblem} from './types';

const statement =
  /\{\{-?\s*(?:\/\*|\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:if|else|end|range|with|include|define|template|tpl|toYaml)\b)|\{%/;

/** What only Helm and the like have: Prometheus too expands `{{ if }}` and `{{ with }}`. */
const foreign =
  /\{\{-?[^{}\n]*\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\{\{-?\s*(?:\/\*|(?:include|tpl|toYaml)\b)|\{%/;

/**
 * The first place that shows a document to be a template: an unquoted value `{{ … }}`, which YAML
 * reads as a map with a map for its key, or a syntax error in a text with template statements. An
 * annotation such as `"{{ $labels.pod }}"` is none: Prometheus expands it, not Helm.
 */
export function findTemplate(
  document: Document.Parsed,
  {path, source}: InventoryFile,
): InventoryProblem | undefined {
  const start = document.errors.length > 0 ? findStatement(document, source) : findValue(document, source);
  if (start === undefined) return undefined;
  const marker = source.slice(start, start + 2);
  return {code: 'template', data: {marker}, path, start, end: start + 2};
}

function findStatement({range}: Document.Parsed, source: string) {
  const from = range[0];
  const index = source.slice(from).search(statement);
  return index < 0 ? undefined : from + index;
}

function findValue(document: Document.Parsed, source: string): number | undefined {
  let found: number | undefined;
  visit(document, {
    Pair(_, {key}) {
      if (!isMap(key) || key.flow !== true || !key.range) return undefined;
      // The outer brace of `{{`, one before the map that became the key.
      found = key.range[0] - 1;
      return visit.BREAK;
    },
    Scalar(_, {type, range}) {
      const index = type === 'PLAIN' && range ? source.slice(range[0], range[1]).search(foreign) : -1;
      if (index < 0 || !range) return undefined;
      found = range[0] + index;
      return visit.BREAK;
    },
  });
  return found;
}
