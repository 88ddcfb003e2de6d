import {AGGREGATIONS, FUNCTIONS, parsePromql, walkPromql} from '../../promql';
import type {Comment} from '../../shell';
import type {QueryNode, ScriptNode} from '../node';
import type {Target} from '../workspace';
import {foreignText} from './foreign-text';
import {isLogQl} from './other-language';
import {joinLines, placeOf, slicePlaced} from './placed-text';
import type {PlacedText} from './placed-text';
import {filledQuery} from './queries';

/** The queries in the comments of a script, over several lines where one is not enough. */
export function commentQueries(script: ScriptNode, target: Target): readonly QueryNode[] {
  const {shell, block, place} = script;
  const found: QueryNode[] = [];
  let read = 0;
  for (const [index, comment] of shell.comments.entries()) {
    if (comment.start < read || !MAY_HOLD_ONE.test(comment.text)) continue;
    const query = queryIn(placed(comment, block));
    if (query === undefined) continue;
    const below = linesBelow(shell.comments.slice(index, index + LONGEST + 1), block);
    const written = wholeQuery(query, below);
    if (written === undefined || isLogQl(written.text)) continue;
    const {text} = written;
    const node = filledQuery({text, origin: 'comment', place: placeOf(written, place)}, target);
    if (!isQuery(node, {...query, text})) continue;
    found.push(node);
    read = written.ranges.at(-1)?.end ?? read;
  }
  return found;
}

/** A label, a range or a matcher; most comments have none of them. */
const MAY_HOLD_ONE = /[:[{]/;

/** `strict` says that it is PromQL, `named` that it is a query of some kind, `none` says nothing. */
type Label = 'strict' | 'named' | 'none';

type Found = {readonly label: Label; readonly query: PlacedText};

const LABELLED =
  /^\s*(?<name>(?:(?:prometheus|promql|prom|metrics?|grafana|thanos)\s+)?(?:query|promql|expr(?:ession)?|prometheus))(?:\s*\([^()]*\))?\s*:\s*/i;

/** Words before a colon, such as `Check the error rate:`. */
const INTRODUCED = /^\s*[A-Za-z][\w ',/()-]{0,60}:\s+/;

function queryIn(whole: PlacedText): Found | undefined {
  const labelled = LABELLED.exec(whole.text);
  if (labelled !== null) {
    const isStrict = /prom/i.test(labelled[0]);
    const query = unquoted(slicePlaced(whole, labelled[0].length));
    return {label: isStrict ? 'strict' : 'named', query};
  }
  const introduction = INTRODUCED.exec(whole.text)?.[0].length ?? 0;
  const query = unquoted(slicePlaced(whole, introduction));
  return isSurelyQuery(query.text) ? {label: 'none', query} : undefined;
}

/** As the page has it: in the script that was parsed, words stand for placeholders. */
function placed({start, end}: Comment, {text: script}: ScriptNode['block']): PlacedText {
  const from = start + 1;
  const text = script.slice(from, end);
  const ranges = Array.from({length: text.length}, (_, index) => ({
    start: from + index,
    end: from + index + 1,
  }));
  return {text, ranges};
}

/** Without the blanks around it, and without the marks of code or of a quotation. */
function unquoted(query: PlacedText): PlacedText {
  const start = query.text.length - query.text.trimStart().length;
  const end = query.text.trimEnd().length;
  const trimmed = slicePlaced(query, start, Math.max(start, end));
  const [, inner] = /^(?:`([^`]+)`|"([^"]+)"|'([^']+)')$/.exec(trimmed.text) ?? [];
  const isQuoted = inner !== undefined || /^(?:"[^"]+"|'[^']+')$/.test(trimmed.text);
  return isQuoted ? slicePlaced(trimmed, 1, trimmed.text.length - 1) : trimmed;
}

/** The comments right below the first one, each on a line of its own, up to one with a label. */
function linesBelow(
  [first, ...others]: readonly Comment[],
  block: ScriptNode['block'],
): readonly PlacedText[] {
  const lines: PlacedText[] = [];
  let end = first?.end ?? 0;
  for (const comment of others) {
    const isNext = /^[ \t]*\n[ \t]*$/.test(block.text.slice(end, comment.start));
    const isBlank = comment.text.trim() === '';
    if (!isNext || isBlank || LABELLED.test(comment.text)) break;
    lines.push(placed(comment, block));
    end = comment.end;
    if (lines.length === LONGEST) break;
  }
  return lines;
}

const LONGEST = 12;

/** How a query goes on in the next line. */
const GOES_ON =
  /^\s*(?:[-+*/%^<>=!)}\],(]|(?:by|without|on|ignoring|and|or|unless)\b|\w+\s*[({[])/i;

/** The query with as many lines as make it whole; undefined where it is not all there. */
function wholeQuery({query}: Found, below: readonly PlacedText[]): PlacedText | undefined {
  for (let count = query.text === '' ? 1 : 0; count <= below.length; count += 1) {
    const lines = [query, ...below.slice(0, count)].filter(({text}) => text !== '');
    const whole = unquoted(joinLines(lines));
    if (parsePromql(whole.text).errors.length === 0) return withNext(whole, below.slice(count));
  }
  const next = below[0]?.text;
  if (query.text === '' || (next !== undefined && GOES_ON.test(next))) return undefined;
  return withoutProse(query);
}

/** What is whole may still go on: `sum(a)` and, a line below, `/ sum(b)`. */
function withNext(whole: PlacedText, [next, ...others]: readonly PlacedText[]): PlacedText {
  if (next === undefined || !/^\s*(?:[-+*/%^<>=!]|(?:by|without|and|or|unless)\b)/.test(next.text))
    return whole;
  for (let count = 0; count <= others.length; count += 1) {
    const longer = joinLines([whole, next, ...others.slice(0, count)]);
    if (parsePromql(longer.text).errors.length === 0) return longer;
  }
  return whole;
}

/** A sentence behind a query that is whole, such as `(more than 5 are too many)`. */
function withoutProse(query: PlacedText): PlacedText {
  const [error] = parsePromql(query.text).errors;
  const before = query.text.slice(0, error?.start ?? 0).trimEnd();
  const rest = query.text.slice(before.length);
  if (!/[({]/.test(before) || parsePromql(before).errors.length > 0) return query;
  return /^\s*(?:[A-Za-z][\w']*\s|\(|[-–—→]|\/\/|=>|[.,;:]\s)/.test(rest)
    ? slicePlaced(query, 0, before.length)
    : query;
}

/** One word parses as a metric too; only brackets or braces make sure that it is no prose. */
function isQuery(
  {expr, errors}: QueryNode,
  {label, text}: {readonly label: Label; readonly text: string},
) {
  if (!/[[({]|_\w+ [-+*/<>=]/.test(text)) return false;
  if (expr === undefined || errors.length > 0) {
    if (foreignText(text).length > 0) return false;
    return (
      isMeantAsQuery(text) || (label === 'strict' && callsIn(text).length > 0 && /\w_\w/.test(text))
    );
  }
  let selects = false;
  walkPromql(expr, ({kind}) => {
    if (kind === 'vectorSelector') selects = true;
  });
  return selects;
}

/** A known call, a selector or a parenthesis. */
const BEGINS = /^(?:(?<name>[a-z_][\w:]*)\s*(?:(?:by|without)\s*\([^()]*\)\s*)?)?[({]/;

/** Words side by side are a sentence, or another language. */
const PROSE =
  /(?<![\w$])(?!and|or|unless|by|without|on|ignoring|offset|bool|group_)[A-Za-z]+,? (?!and\b|or\b|unless\b|by\b|without\b|on\b|ignoring\b|offset\b|bool\b|group_)[A-Za-z]+(?!\w)/;

/** What nothing introduces has to be PromQL without a doubt. */
function isSurelyQuery(text: string): boolean {
  const begin = BEGINS.exec(text);
  if (begin === null || !isMeantAsQuery(text)) return false;
  const name = begin.groups?.['name'];
  const isCall = name === undefined || text.charAt(begin[0].length - 1) === '{' || isFunction(name);
  return isCall && !PROSE.test(text.replace(/"[^"]*"|'[^']*'/g, '""'));
}

/** A call and a range or a matcher: no sentence has both. */
export function isMeantAsQuery(text: string): boolean {
  return callsIn(text).length > 0 && /\[\d+[smhd]\]|\{\w+\s*(?:=~|!~|!=|=)\s*["']/.test(text);
}

function callsIn(text: string): readonly string[] {
  const calls = text.matchAll(/\b([a-z_]+)\s*(?:(?:by|without)\s*\([^()]*\)\s*)?\(/g);
  return Array.from(calls, ([, name = '']) => name).filter(isFunction);
}

function isFunction(name: string): boolean {
  return FUNCTIONS.has(name) || AGGREGATIONS.has(name);
}
