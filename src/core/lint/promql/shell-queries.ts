import {parsePromql, walkPromql} from '../../promql';
import {programName} from '../../shell';
import type {CommandLayer, Comment, Word} from '../../shell';
import type {CommandNode, QueryNode, ScriptNode} from '../node';
import {decodeForm, placeOf, slicePlaced, wordText} from './placed-text';
import type {PlacedText} from './placed-text';
import {filledQuery} from './queries';
import type {Target} from '../workspace';

/** The queries in the comments of a script. */
export function commentQueries(script: ScriptNode, target: Target): readonly QueryNode[] {
  const {shell, block, place} = script;
  return shell.comments.flatMap(comment => {
    const found = queryIn(comment);
    if (found === undefined || isContinued(comment, block.text)) return [];
    const {text, start} = found;
    const query = filledQuery(
      {text, origin: 'comment', place: (from, to) => place(start + from, start + to)},
      target,
    );
    return isQuery(query, found.text) ? [query] : [];
  });
}

/** The queries that a command sends to Prometheus or gives to promtool. */
export function commandQueries(
  {layers, script}: Pick<CommandNode, 'layers' | 'script'>,
  target: Target,
): readonly QueryNode[] {
  const found = new Map<Word, QueryNode>();
  for (const layer of layers) {
    const words = [...addressed(layer), ...givenToCurl(layer), ...givenToPromtool(layer)];
    for (const {word, text, origin} of words) {
      const place = placeOf(text, script.place);
      found.set(word, filledQuery({text: text.text, origin, place}, target));
    }
  }
  return [...found.values()];
}

const LABELLED =
  /^\s*(?:(?:prometheus|promql|prom|metrics?|grafana)\s+)?(?:query|promql|expr(?:ession)?)\s*:\s*/i;

function queryIn({
  text,
  start,
}: Comment): {readonly text: string; readonly start: number} | undefined {
  const label = LABELLED.exec(text)?.[0];
  const query = label === undefined ? '' : text.slice(label.length).trimEnd();
  if (label === undefined || query === '') return undefined;
  return {text: query, start: start + 1 + label.length};
}

/** One word parses as a metric too; only brackets or braces make sure that it is no prose. */
function isQuery({expr, errors}: QueryNode, written: string): boolean {
  if (!/[[({]|_\w+ [-+*/<>=]/.test(written)) return false;
  if (expr === undefined || errors.length > 0) return isMeantAsQuery(written);
  let selects = false;
  walkPromql(expr, ({kind}) => {
    if (kind === 'vectorSelector') selects = true;
  });
  return selects;
}

/** A call and a range or a matcher: no sentence has both. */
function isMeantAsQuery(text: string): boolean {
  return (
    /\b[a-z_]+\s*(?:by\s*\([^)]*\)\s*)?\(/.test(text) &&
    /\[\d+[smhd]\]|\{\w+\s*[=!]~?\s*"/.test(text)
  );
}

/** A query that goes on in the next comment is not all there. */
function isContinued({end, text}: Comment, script: string): boolean {
  const next = /^\n[ \t]*#[ \t]*(\S[^\n]*)/.exec(script.slice(end))?.[1];
  if (next === undefined) return false;
  return parsePromql(text.replace(LABELLED, '')).errors.length > 0;
}

type QueryWord = {
  readonly word: Word;
  readonly text: PlacedText;
  readonly origin: QueryNode['origin'];
};

const API = /\/api\/v1\/query(?:_range|_exemplars)?(?=[?#]|$)/;
/** Servers with a language of their own at an address like that of Prometheus. */
const OTHER_LANGUAGE = /loki|logsql|\/select\/|graphite|tempo/i;

/** `https://…/api/v1/query?query=…`, encoded or not. */
function addressed({argv}: CommandLayer): readonly QueryWord[] {
  return argv.flatMap(word => {
    if (!word.text.includes('query=')) return [];
    const whole = wordText(word);
    const address = /^[^?#]*/.exec(whole.text)?.[0] ?? '';
    if (!API.test(address) || OTHER_LANGUAGE.test(address)) return [];
    const parameter = /(?<=[?&]query=)[^&#]+/.exec(whole.text);
    if (parameter === null) return [];
    const {index, 0: value} = parameter;
    const text = decodeForm(slicePlaced(whole, index, index + value.length));
    return [{word, text, origin: 'url'}];
  });
}

/** `--data-urlencode 'query=…'` and `-d 'query=…'`. */
function givenToCurl({argv}: CommandLayer): readonly QueryWord[] {
  const [curl, ...args] = argv;
  if (programName(curl) !== 'curl') return [];
  const address = args.find(({text}) => API.test(text.replace(/["']/g, '')));
  if (address === undefined || OTHER_LANGUAGE.test(address.text)) return [];
  return args.flatMap((word, index) => {
    const option = args[index - 1]?.value ?? '';
    const encodes = option === '--data-urlencode';
    if (!encodes && !/^(?:-d|--data(?:-raw|-ascii|-binary)?)$/.test(option)) return [];
    const whole = wordText(word);
    if (!whole.text.startsWith('query=')) return [];
    const value = slicePlaced(whole, 'query='.length);
    const end = encodes ? -1 : value.text.indexOf('&');
    const own = end === -1 ? value : slicePlaced(value, 0, end);
    return [{word, text: encodes ? own : decodeForm(own), origin: 'url'}];
  });
}

const PROMTOOL_VALUES = /^--(?:start|end|step|header|http\.config\.file|format)$|^-o$/;

/** `promtool query instant URL 'expr'`. */
function givenToPromtool({argv}: CommandLayer): readonly QueryWord[] {
  const [promtool, ...args] = argv;
  if (programName(promtool) !== 'promtool') return [];
  const plain = args.filter(
    ({value, text}, index) =>
      !(value ?? text).startsWith('-') && !PROMTOOL_VALUES.test(args[index - 1]?.value ?? ''),
  );
  const [query, kind, , word] = plain;
  if (query?.value !== 'query' || word === undefined) return [];
  if (kind?.value !== 'instant' && kind?.value !== 'range') return [];
  return [{word, text: wordText(word), origin: 'argument'}];
}
