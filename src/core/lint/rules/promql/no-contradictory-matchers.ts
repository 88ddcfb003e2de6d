import {regexMatches} from '../../../promql';
import type {Matcher} from '../../../promql';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-contradictory-matchers',
  summary: 'Disallow matchers of one label that exclude each other',
  why: 'All matchers of a selector have to hold, so that this one selects nothing. Either one of them is left over, or `=~"a|b"` is meant.',
  severity: 'warning',
  messages: {
    both: 'Found `{{first}}` and `{{second}}`, which no series can meet.',
    either: 'Found `{{first}}` and `{{second}}`, which no series can meet, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'matchers that narrow each other down',
        source:
          '```promql\nup{job=~"web-.*", job!="web-test"}\n\nup{job!="", job!~"test.*"}\n\nup{job="$job", job=~"$jobs"}\n```\n',
      },
    ],
    bad: [
      {
        title: 'two values, a value and a pattern, a pattern and its opposite',
        source:
          '```promql\nup{job="web", job="db"}\n\nup{job="web", job=~"db-.*"}\n\nup{job="web", job!~"w.*"}\n\nup{job=~"web.*", job!~"web.*"}\n```\n',
        reports: [
          '2:15-2:23 Found `job="web"` and `job="db"`, which no series can meet, expected `job=~"web|db"`.',
          '4:15-4:27 Found `job="web"` and `job=~"db-.*"`, which no series can meet.',
          '6:15-6:25 Found `job="web"` and `job!~"w.*"`, which no series can meet.',
          '8:18-8:30 Found `job=~"web.*"` and `job!~"web.*"`, which no series can meet.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          const {matchers} = expr;
          for (const [index, second] of matchers.entries()) {
            const first = matchers
              .slice(0, index)
              .find(other => other.name === second.name && exclude(other, second));
            if (first === undefined) continue;
            const at = query.place(second.start, second.end);
            const data = {first: textOf(query, first), second: textOf(query, second)};
            if (first.operator !== '=' || second.operator !== '=')
              report({at, message: 'both', data});
            else {
              const wanted = `${second.name}=~"${first.value}|${second.value}"`;
              report({at, message: 'either', data: {...data, wanted}});
            }
          }
        });
      },
    };
  },
});

function exclude(a: Matcher, b: Matcher): boolean {
  if (isOpen(a.value) || isOpen(b.value)) return false;
  if (a.operator === '=') return !accepts(b, a.value);
  if (b.operator === '=') return !accepts(a, b.value);
  return a.value === b.value && OPPOSITES.get(a.operator) === b.operator;
}

const OPPOSITES: ReadonlyMap<Matcher['operator'], Matcher['operator']> = new Map([
  ['=~', '!~'],
  ['!~', '=~'],
]);

function accepts({operator, value}: Matcher, text: string): boolean {
  switch (operator) {
    case '=':
      return value === text;
    case '!=':
      return value !== text;
    case '=~':
      return regexMatches(value, text) !== false;
    case '!~':
      return regexMatches(value, text) !== true;
  }
}
