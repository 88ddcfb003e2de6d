import {AGGREGATIONS} from '../aggregations';
import {FUNCTIONS} from '../functions';
import {isBefore} from '../version';

/** One expression and the first complaint about it, `undefined` where it is accepted. */
export type Case = {
  readonly text: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
};

export type Disagreement = {
  /** The version of Prometheus that behaves as we do. */
  readonly since: string;
  readonly reason: string;
  readonly explains: (entry: {
    readonly text: string;
    readonly ours: string;
    readonly theirs: string;
  }) => boolean;
};

/**
 * Why Prometheus 2.42 may judge, or speak, otherwise than the newest one, which we follow. The
 * first that explains counts. A missing complaint is the empty text.
 */
export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    since: '3.0',
    reason: 'Names in braces may be quoted.',
    explains: ({theirs}) =>
      /^unexpected string .* in label matching, expected identifier or "}"$/s.test(theirs),
  },
  {
    since: '3.0',
    reason: 'Labels of a grouping may be quoted, and hold colons.',
    explains: ({theirs}) =>
      /^unexpected (?:string|metric identifier) .* in grouping opts, expected label$/s.test(theirs),
  },
  {
    since: '3.0',
    reason: 'A regular expression is compiled by itself, and not in its anchors first.',
    explains: ({ours, theirs}) =>
      /^error parsing regexp: /.test(ours) &&
      /^error parsing regexp: (?:.*\)\$`|missing closing \): `.*`)$/s.test(theirs),
  },
  {
    since: '3.0',
    reason: '`holt_winters` has become `double_exponential_smoothing`.',
    explains: ({ours}) => ours === 'unknown function with name "holt_winters"',
  },
  {
    since: '2.54',
    reason: 'Numbers may have underscores.',
    explains: ({theirs, text}) =>
      /^bad number or duration syntax: /.test(theirs) && /\d_/.test(text),
  },
  {
    since: '2.54',
    reason: 'What cannot be a number is told so, and not cut in two.',
    explains: ({ours, theirs}) =>
      /^(?:bad number or duration syntax:|unexpected number) "0x/i.test(ours) ||
      (theirs !== '' &&
        /^bad number or duration syntax: |^error parsing number: |^unexpected number "(?:\d*\.\d*\.|\d+e\d+\.)/i.test(ours)),
  },
  {
    since: '2.54',
    reason: 'A duration may be given as a number of seconds.',
    explains: ({theirs}) =>
      /^missing unit character in duration$|^unexpected number .* in (?:offset|subquery)/s.test(theirs),
  },
  {
    since: '2.54',
    reason: 'A duration may stand for a number.',
    explains: ({theirs, text}) =>
      theirs.startsWith('unexpected duration ') ||
      (theirs.startsWith('trailing commas ') && /,\s*[\d.][\w.+-]*[smhdwy]/.test(text)),
  },
  {
    since: '2.54',
    reason: 'An offset may be zero.',
    explains: ({theirs, text}) =>
      theirs === 'duration must be greater than 0' && /offset\s*-?\s*0+m?s/i.test(text),
  },
  {
    since: '3.4',
    reason: 'Brackets may hold arithmetic on durations, so other characters are expected in them.',
    explains: ({ours, theirs}) =>
      /^bad duration syntax: |^not a valid duration string: |^unexpected colon /.test(theirs) ||
      /^unexpected (?:<op:.>|"\(") in subquery (?:or range|selector), expected/.test(theirs) ||
      (theirs === 'duration must be greater than 0' && / in subquery |^unclosed |^unexpected left bracket/.test(ours)) ||
      /in duration expression|^unexpected character: .*, expected ':'$/.test(ours),
  },
  {
    since: '3.4',
    reason: 'An offset may have a plus sign, and parentheses.',
    explains: ({theirs}) => /^unexpected (?:<op:\+>|"\(") in offset/.test(theirs),
  },
  {
    since: '3.6',
    reason: 'Words that became keywords are named otherwise, and are metrics too.',
    explains: ({theirs}) =>
      /^unexpected identifier "(?:step|range|anchored|smoothed|fill\w*|limit\w+)"/i.test(theirs),
  },
  {
    since: '3.11',
    reason: '`</` and `>/` are operators.',
    explains: ({theirs, text}) => theirs.startsWith('unexpected <op:/>') && /[<>]\//.test(text),
  },
  {
    since: '3.12',
    reason: '`start` and `end` are functions, behind a flag.',
    explains: ({theirs, text}) => theirs.startsWith('unexpected "("') && /\b(?:start|end)\s*\(/i.test(text),
  },
  {
    since: '3.15',
    reason: '`@ start()` and `@ end()` may not stand before a range.',
    explains: ({ours}) => ours === 'no @ modifiers allowed before range',
  },
  {
    since: '3.16',
    reason: 'Functions and aggregations were added, most of them behind a flag.',
    explains: ({theirs}) => {
      const [, name = ''] = /^unknown function with name "(\w+)"$/.exec(theirs) ?? [];
      return isNewer(FUNCTIONS.get(name)?.since) || isNewer(AGGREGATIONS.get(name)?.since);
    },
  },
];

export function explain({text, ours = '', theirs = ''}: Case): Disagreement | undefined {
  return DISAGREEMENTS.find(({explains}) => explains({text, ours, theirs}));
}

function isNewer(since: string | undefined): boolean {
  return since !== undefined && isBefore('2.42', since);
}

/** Complaints whose place is the culprit itself, where Prometheus gives the literal or the end. */
const PLACED_TIGHTER =
  /^unclosed |^unexpected end of input inside braces|escape sequence|^invalid UTF-8|^unexpected right parenthesis|^no expression found/;

/** Whether the place of the complaint may be another than that of Prometheus 2.42. */
export function mayBePlacedElsewhere({text, ours = ''}: Case): boolean {
  if (PLACED_TIGHTER.test(ours)) return true;
  // Prometheus looks for the operator behind the left operand and finds the comment there.
  if (/BOOL modifier|bool modifier|ON and GROUP/.test(ours)) return text.includes('#');
  // A duration is an argument since 2.54, so another comma is the first that nothing follows.
  if (ours.startsWith('trailing commas')) return /,\s*[\d.][\w.+-]*[smhdwy]/.test(text);
  // `start` and `end` are functions since 3.12, so what is wrong is inside their parentheses.
  if (ours === 'unexpected "("') return /\b(?:start|end)\s*\(/i.test(text);
  // Numbers have underscores since 2.54, so another number is the first that is not one.
  if (ours.startsWith('bad number ')) return /\d_/.test(text);
  // A plus may stand in front of an offset since 3.4, so the complaint is about what follows it.
  return ours.includes(' in offset, expected') && /offset\s*\+/i.test(text);
}

/** How newer versions word what 2.42 says. */
const REWORDED: readonly (readonly [pattern: RegExp, wording: string])[] = [
  [/`\^\(\?:(.*)\)\$`$/s, '`$1`'],
  [/"<Item \d+>" <op:@>/, '<op:@>'],
  [/ in offset, expected duration$/, ' in offset, expected number, duration, step(), or range()'],
  [
    / in subquery selector, expected duration$/,
    ' in subquery or range selector, expected number, duration, step(), or range()',
  ],
  [
    / in subquery selector, expected duration or "]"$/,
    ' in subquery selector, expected number, duration, step(), range(), or "]"',
  ],
];

export function reword(message: string): string {
  return REWORDED.reduce((text, [pattern, wording]) => text.replace(pattern, wording), message);
}
