import type {Matcher} from '../../../promql';
import {defineRule} from '../../rule';
import {isEditable, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-redundant-anchor',
  summary: 'Disallow `^` and `$` around the pattern of a matcher',
  why: 'Prometheus anchors every pattern at both ends. The signs make it look as if a pattern without them matched a part of the value.',
  severity: 'info',
  messages: {
    anchor:
      'Found `{{anchor}}` in `{{found}}`, expected the pattern without it: every pattern is anchored.',
  },
  examples: {
    good: [
      {
        title: 'patterns without anchors, one with a dollar sign of its own',
        source:
          '```promql\nup{job=~"web-.*"}\n\nup{job=~"web\\\\$", pod=~"$pod", node=~"[^$]"}\n```\n',
      },
    ],
    bad: [
      {
        title: 'anchors at both ends',
        source: '```promql\nup{job=~"^web-.*$"}\n```\n',
        reports: [
          '2:10-2:11 Found `^` in `^web-.*$`, expected the pattern without it: every pattern is anchored.',
          '2:17-2:18 Found `$` in `^web-.*$`, expected the pattern without it: every pattern is anchored.',
        ],
        fixed: '```promql\nup{job=~"web-.*"}\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          for (const matcher of expr.matchers) {
            for (const {anchor, start} of anchorsIn(matcher)) {
              const at = query.place(start, start + 1);
              const fix = isEditable(query) && {fix: [{span: at, text: ''}]};
              report({at, message: 'anchor', data: {anchor, found: matcher.value}, ...fix});
            }
          }
        });
      },
    };
  },
});

function anchorsIn({operator, value, valueSpan: {start, end}}: Matcher) {
  if (operator !== '=~' && operator !== '!~') return [];
  // A flag such as `(?m)` gives the signs another meaning.
  if (value.length < 3 || /^\(\?\w*m/.test(value)) return [];
  const isEscaped = /(?:^|[^\\])(?:\\\\)*\\\$$/.test(value);
  return [
    ...(value.startsWith('^') ? [{anchor: '^', start: start + 1}] : []),
    ...(value.endsWith('$') && !isEscaped ? [{anchor: '$', start: end - 2}] : []),
  ];
}
