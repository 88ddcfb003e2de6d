import type {Matcher} from '../../../promql';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {isEditable, textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-pattern-as-text',
  summary: 'Disallow patterns behind `=` and globs behind `=~`',
  why: 'Behind `=` the value is compared letter by letter, and behind `=~` a `*` repeats the character before it: `web-*` takes `web--` and not `web-1`. The query gives no result, and an alert on it never fires.',
  severity: 'warning',
  messages: {
    text: 'Found `{{found}}`, which is compared letter by letter, expected `{{wanted}}`.',
    glob: 'Found `{{found}}`, in which `*` repeats the character before it, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'patterns where they work, and texts that only look like one',
        source:
          '```promql\nup{job=~"web-.*", code=~"5..", env=~"a|b"}\n\nup{path="/api/v1.0/{id}", version="1.2.3", job!="web"}\n\nup{path=~"/+api/?.*", name=~"[a-z]*", host=~"(a|b)*"}\n\nup{job="$job", query="a | b"}\n```\n',
      },
    ],
    bad: [
      {
        title: 'patterns as texts',
        source: '```promql\nrequests_total{code="5.."}\n\nup{job="web-.*", env!="dev|test"}\n```\n',
        reports: [
          '2:16-2:26 Found `code="5.."`, which is compared letter by letter, expected `code=~"5.."`.',
          '4:4-4:16 Found `job="web-.*"`, which is compared letter by letter, expected `job=~"web-.*"`.',
          '4:18-4:33 Found `env!="dev|test"`, which is compared letter by letter, expected `env!~"dev|test"`.',
        ],
        fixed:
          '```promql\nrequests_total{code=~"5.."}\n\nup{job=~"web-.*", env!~"dev|test"}\n```\n',
      },
      {
        title: 'globs as patterns',
        source: '```promql\nup{pod=~"web-*"}\n\nup{namespace!~"kube-*|monitoring"}\n```\n',
        reports: [
          '2:4-2:16 Found `pod=~"web-*"`, in which `*` repeats the character before it, expected `pod=~"web-.*"`.',
          '4:4-4:34 Found `namespace!~"kube-*|monitoring"`, in which `*` repeats the character before it, expected `namespace!~"kube-.*|monitoring"`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          for (const matcher of expr.matchers.filter(({value}) => !isOpen(value))) {
            const {nameSpan, valueSpan} = matcher;
            const at = query.place(matcher.start, matcher.end);
            const found = textOf(query, matcher);
            const [name, literal] = [textOf(query, nameSpan), textOf(query, valueSpan)];
            if (isPatternAsText(matcher)) {
              const operator = matcher.operator === '=' ? '=~' : '!~';
              const span = query.place(nameSpan.end, valueSpan.start);
              const fix = isEditable(query) && {fix: [{span, text: operator}]};
              const wanted = `${name}${operator}${literal}`;
              report({at, message: 'text', data: {found, wanted}, ...fix});
            } else if (isGlob(matcher)) {
              const wanted = `${name}${matcher.operator}${literal.replace(GLOB, '$1.*')}`;
              report({at, message: 'glob', data: {found, wanted}});
            }
          }
        });
      },
    };
  },
});

/** `.*`, `.+`, `5..`, `[0-9]` and a choice of plain words; anything else may be a text. */
const PATTERN = /\.[*+]|^\d\.\.$|\[(?:0-9|a-z)|^[\w-]+(?:\|[\w-]+)+$/;

function isPatternAsText({operator, value}: Matcher): boolean {
  return (operator === '=' || operator === '!=') && PATTERN.test(value);
}

/** A `*` behind a dash, an underscore or a slash at the end of an alternative. */
const GLOB = /(?<!\\)([-_/])\*(?=$|[|)"'`])/g;

function isGlob({operator, value}: Matcher): boolean {
  return (operator === '=~' || operator === '!~') && value.search(GLOB) !== -1;
}
