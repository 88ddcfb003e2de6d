import type {Block} from '../../document';
import {mapSpan, readRuleSnippets} from '../../inventory';
import type {QueryNode} from '../node';
import type {Target} from '../workspace';
import {filledQuery} from './queries';

/** The queries of the alerts and recordings that a page shows in a block of YAML. */
export function snippetQueries(
  {text, language, place}: Pick<Block, 'text' | 'language' | 'place'>,
  target: Target,
): readonly QueryNode[] {
  if (!/^ya?ml$/.test(language) || !/^[ \t-]*(?:alert|record)\s*:/m.test(text)) return [];
  return readRuleSnippets(text).map(({expr, exprAt}) =>
    filledQuery(
      {
        text: expr,
        origin: 'rule',
        place: (start, end) => {
          const span = mapSpan(exprAt, {start, end});
          return place(span.start, span.end);
        },
      },
      target,
    ),
  );
}
