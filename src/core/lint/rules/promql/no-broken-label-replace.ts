import {isBefore, regexError, regexGroups} from '../../../promql';
import type {Call, StringLiteral} from '../../../promql';
import {isOpen} from '../../promql/promql-placeholders';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-broken-label-replace',
  summary: 'Disallow `label_replace` with a pattern that does not compile or lacks a group',
  why: 'A pattern that does not compile fails when the query runs, not when it is loaded; a group that is not there is replaced by nothing, which removes the label.',
  severity: 'error',
  messages: {
    pattern: 'Prometheus refuses the pattern of `label_replace`: {{error}}.',
    group:
      'Found `{{found}}` in `label_replace`, expected a group of `{{pattern}}`, which has {{count}}.',
    backslash:
      'Found `{{found}}` in `label_replace`, expected `{{wanted}}`: groups begin with a `$`.',
    label:
      'Found `{{found}}` as the name of a label in `{{fn}}`, expected letters, digits and `_`.',
    brace:
      'Found `{{found}}` in `label_replace`, which asks for a group called `{{name}}`, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'groups by number and by name, and a text of its own',
        source:
          '```promql\nlabel_replace(up, "host", "$1", "instance", "(.*):.*")\n\nlabel_replace(up, "host", "${1}_$port", "instance", "(.*):(?P<port>.*)")\n\nlabel_replace(up, "env", "prod", "", "")\n\nlabel_replace(up, "a", "$0 $$1", "b", ".*")\n```\n',
      },
    ],
    bad: [
      {
        title: 'a pattern that does not compile, and a group that is not there',
        source:
          '```promql\nlabel_replace(up, "host", "$1", "instance", "(.*:.*")\n\nlabel_replace(up, "host", "$2", "instance", "(.*):.*")\n\nlabel_replace(up, "host", "$1", "instance", ".*")\n```\n',
        reports: [
          '2:45-2:53 Prometheus refuses the pattern of `label_replace`: error parsing regexp: missing closing ): `(.*:.*`.',
          '4:27-4:31 Found `$2` in `label_replace`, expected a group of `(.*):.*`, which has one.',
          '6:27-6:31 Found `$1` in `label_replace`, expected a group of `.*`, which has none.',
        ],
      },
      {
        title: 'a name that runs on',
        source: '```promql\nlabel_replace(up, "host", "$1_a", "instance", "(.*):.*")\n```\n',
        reports: [
          '2:27-2:33 Found `$1_a` in `label_replace`, which asks for a group called `1_a`, expected `${1}_a`.',
        ],
      },
      {
        title: 'a group as sed writes it, and a label without a name',
        source:
          '```promql\nlabel_replace(up, "host", "\\\\1", "instance", "(.*):.*")\n\nlabel_replace(up, "", "$1", "instance", "(.*):.*")\n```\n',
        reports: [
          '2:27-2:32 Found `\\1` in `label_replace`, expected `$1`: groups begin with a `$`.',
          '4:19-4:21 Found `""` as the name of a label in `label_replace`, expected letters, digits and `_`.',
        ],
      },
      {
        title: 'a name that the target does not take',
        source: '```promql\nlabel_join(up, "host-name", ".", "host", "zone")\n```\n',
        target: {prometheus: '2.53'},
        reports: [
          '2:16-2:27 Found `"host-name"` as the name of a label in `label_join`, expected letters, digits and `_`.',
        ],
      },
    ],
  },
  check({report, workspace: {target}}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          for (const label of expr.kind === 'call' ? labelsMade(expr) : []) {
            const isOld = isBefore(target.prometheus, '3.0') && !/^[A-Za-z_]\w*$/.test(label.value);
            if ((label.value !== '' && !isOld) || isOpen(label.value)) continue;
            const found = textOf(query, label);
            const at = query.place(label.start, label.end);
            report({
              at,
              message: 'label',
              data: {found, fn: expr.kind === 'call' ? expr.name : ''},
            });
          }
          const parts = expr.kind === 'call' ? partsOf(expr) : undefined;
          if (parts === undefined) return;
          const {replacement, pattern} = parts;
          const error = regexError(pattern.value, undefined);
          if (error !== undefined) {
            const at = query.place(pattern.start, pattern.end);
            return report({at, message: 'pattern', data: {error: error.replace(/\.$/, '')}});
          }
          const groups = regexGroups(pattern.value);
          if (groups === undefined) return;
          const at = query.place(replacement.start, replacement.end);
          const [sed] = /\\\d/.exec(replacement.value) ?? [];
          if (sed !== undefined) {
            report({at, message: 'backslash', data: {found: sed, wanted: sed.replace('\\', '$')}});
          }
          for (const {found, name} of referencesIn(replacement.value)) {
            const number = /^\d+$/.test(name) ? Number(name) : undefined;
            if (number === undefined) {
              if (!/^\d/.test(name) || groups.names.has(name)) continue;
              const wanted = found.replace(/^\$(\d+)/, '${$1}');
              report({at, message: 'brace', data: {found, name, wanted}});
            } else if (number > groups.count) {
              const count = groups.count === 1 ? 'one' : String(groups.count || 'none');
              report({at, message: 'group', data: {found, pattern: pattern.value, count}});
            }
          }
        });
      },
    };
  },
});

/** The label that a call puts on. */
function labelsMade({name, args}: Call): readonly StringLiteral[] {
  if (name !== 'label_replace' && name !== 'label_join') return [];
  return args.slice(1, 2).filter(arg => arg.kind === 'string');
}

function partsOf({
  name,
  args,
}: Call): {readonly replacement: StringLiteral; readonly pattern: StringLiteral} | undefined {
  const [, , replacement, , pattern] = args;
  if (name !== 'label_replace' || replacement?.kind !== 'string') return undefined;
  if (pattern?.kind !== 'string' || isPlaceholder(pattern.value)) return undefined;
  return {replacement, pattern};
}

/** A `$` at the end of a pattern is an anchor. */
function isPlaceholder(pattern: string): boolean {
  return isOpen(pattern.replace(/\$$/, ''));
}

/** Go reads the longest name after `$`, so that `$1_a` is not group 1. A letter may start an input. */
function referencesIn(text: string): readonly {readonly found: string; readonly name: string}[] {
  return Array.from(text.matchAll(/\$\$|\$(?:\{(\d\w*)\}|(\d\w*))/g)).flatMap(
    ({0: found, 1: braced, 2: bare}) => {
      const name = braced ?? bare;
      return name === undefined ? [] : [{found, name}];
    },
  );
}
