import {readExposition} from './read-exposition';
import {readMetadata} from './read-metadata';
import type {Metrics} from './types';

/** A metric catalogue: exposition text, or the JSON that `/api/v1/metadata` answers. */
export function readMetrics(source: string, path: string): Metrics {
  // A sample of a quoted name begins like JSON, `{"my.metric", …}`, but never has a colon there.
  return /^\uFEFF?\s*(?:\[|\{\s*(?:\}|"[^"\n]*"\s*:))/.test(source)
    ? readMetadata(source, path)
    : readExposition(source, path);
}
