import type {Link, MarkdownDocument} from '../../document';
import type {QueryNode} from '../node';
import type {Target} from '../workspace';
import {queriesInAddress} from './address-queries';
import {placeOf} from './placed-text';
import {filledQuery} from './queries';

/** The queries in the address of a link, such as one to Prometheus' graph or to Grafana's Explore. */
export function linkQueries(
  {url, span}: Link,
  {source, places}: Pick<MarkdownDocument, 'source' | 'places'>,
  target: Target,
): readonly QueryNode[] {
  if (!/^https?:.*[?&](?:query|g\d+\.expr|left|panes)=/i.test(url) || TEMPLATE.test(url)) return [];
  const {start, end} = span;
  const from = source.slice(start.offset, end.offset).indexOf(url);
  // An address with entities or escapes is not written as it is read.
  const whole = {start: start.offset, end: end.offset};
  const ranges = Array.from(url, () => whole);
  const exact = Array.from({length: url.length}, (_, index) => ({
    start: start.offset + from + index,
    end: start.offset + from + index + 1,
  }));
  const address = {text: url, ranges: from === -1 ? ranges : exact};
  const queries = queriesInAddress(address).map(text => {
    const place = placeOf(text, places.span);
    return filledQuery({text: text.text, origin: 'url', place}, target);
  });
  // An address that stands in a sentence by itself may end before its query does.
  const isBare = end.offset - start.offset === url.length;
  return isBare ? queries.filter(({errors}) => errors.length === 0) : queries;
}

const TEMPLATE = /\{\{|\{%|<%|\$\{/;
