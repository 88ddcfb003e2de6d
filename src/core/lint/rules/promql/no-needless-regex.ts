import type {Matcher} from '../../../promql';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {isEditable, textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-needless-regex',
  summary: 'Disallow matching a plain value as a pattern',
  why: 'Who reads `=~` looks for the pattern, and takes the value for a part of a longer one.',
  severity: 'info',
  messages: {plain: 'Found `{{found}}`, expected `{{wanted}}`: there is no pattern in it.'},
  examples: {
    good: [
      {
        title: 'patterns, and a variable that may hold one',
        source:
          '```promql\nup{job=~"web|db", instance=~"10.0.0.1:9100", pod=~"$pod", node=~".*"}\n```\n',
      },
    ],
    bad: [
      {
        title: 'plain values',
        source: '```promql\nup{job=~"web", node!~"node-1"}\n```\n',
        reports: [
          '2:4-2:14 Found `job=~"web"`, expected `job="web"`: there is no pattern in it.',
          '2:16-2:30 Found `node!~"node-1"`, expected `node!="node-1"`: there is no pattern in it.',
        ],
        fixed: '```promql\nup{job="web", node!="node-1"}\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector') return;
          for (const matcher of expr.matchers.filter(isPlain)) {
            const {nameSpan, valueSpan, operator} = matcher;
            const wantedOperator = operator === '=~' ? '=' : '!=';
            const literal = textOf(query, valueSpan);
            const found = textOf(query, matcher);
            const wanted = `${textOf(query, nameSpan)}${wantedOperator}${literal}`;
            const between = query.text.slice(nameSpan.end, valueSpan.start);
            const fix = isEditable(query) && {
              fix: [
                {
                  span: query.place(nameSpan.end, valueSpan.start),
                  text: between.replace(operator, wantedOperator),
                },
              ],
            };
            const at = query.place(matcher.start, matcher.end);
            report({at, message: 'plain', data: {found, wanted}, ...fix});
          }
        });
      },
    };
  },
});

function isPlain({operator, value}: Matcher): boolean {
  const isPattern = operator === '=~' || operator === '!~';
  return isPattern && value !== '' && !/[.*+?()[\]{}|^$\\]/.test(value) && !isOpen(value);
}
