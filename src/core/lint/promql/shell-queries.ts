import {programName} from '../../shell';
import type {CommandLayer, Word} from '../../shell';
import type {CommandNode, QueryNode} from '../node';
import {isQueryApi, queriesInAddress} from './address-queries';
import {isMeantAsQuery} from './comment-queries';
import {decodeForm, placeOf, slicePlaced, wordText} from './placed-text';
import type {PlacedText} from './placed-text';
import {filledQuery} from './queries';
import type {Target} from '../workspace';

/** The queries that a command sends to Prometheus, gives to promtool or keeps in a variable. */
export function commandQueries(
  {layers, script, command}: Pick<CommandNode, 'layers' | 'script' | 'command'>,
  target: Target,
): readonly QueryNode[] {
  const found = new Map<string, QueryNode>();
  const words = [
    ...layers.flatMap(layer => [
      ...addressed(layer),
      ...givenToCurl(layer),
      ...givenToHttpie(layer),
      ...givenToPromtool(layer),
    ]),
    ...kept(command),
  ];
  for (const {text, origin} of words) {
    const place = placeOf(text, script.place);
    const at = `${text.ranges[0]?.start ?? 0}`;
    found.set(at, filledQuery({text: text.text, origin, place}, target));
  }
  return [...found.values()];
}

type QueryWord = {readonly text: PlacedText; readonly origin: QueryNode['origin']};

function addressed({argv}: CommandLayer): readonly QueryWord[] {
  return argv.flatMap(word => {
    if (!/query=|expr|\/explore/.test(word.text)) return [];
    const whole = wordText(word);
    // curl takes brackets behind a backslash for themselves.
    const address = programName(argv[0]) === 'curl' ? withoutGlobEscapes(whole) : whole;
    return queriesInAddress(address).map(text => ({text, origin: 'url'}) as const);
  });
}

function withoutGlobEscapes({text, ranges}: PlacedText): PlacedText {
  const isKept = (index: number) => !/^\\[[\]{}]/.test(text.slice(index, index + 2));
  return {
    text: text.replace(/\\(?=[[\]{}])/g, ''),
    ranges: ranges.filter((_, index) => isKept(index)),
  };
}

/** `--data-urlencode 'query=…'` and `-d 'query=…'`. */
function givenToCurl({argv}: CommandLayer): readonly QueryWord[] {
  const [curl, ...args] = argv;
  if (programName(curl) !== 'curl' || !args.some(({text}) => isQueryApi(text))) return [];
  return args.flatMap((word, index) => {
    const option = args[index - 1]?.value ?? '';
    const encodes = option === '--data-urlencode';
    if (!encodes && !/^(?:-d|--data(?:-raw|-ascii|-binary)?)$/.test(option)) return [];
    const whole = wordText(word);
    if (!whole.text.startsWith('query=')) return [];
    const value = slicePlaced(whole, 'query='.length);
    const end = encodes ? -1 : value.text.indexOf('&');
    const own = end === -1 ? value : slicePlaced(value, 0, end);
    return [{text: encodes ? own : decodeForm(own), origin: 'url'} as const];
  });
}

/** `http GET …/api/v1/query query=='…'` of HTTPie and xh. */
function givenToHttpie({argv}: CommandLayer): readonly QueryWord[] {
  const [http, ...args] = argv;
  if (!/^(?:https?|xhs?)$/.test(programName(http) ?? '')) return [];
  if (!args.some(({text}) => isQueryApi(text))) return [];
  return args.map(wordText).flatMap(whole => {
    const [name] = /^query==?/.exec(whole.text) ?? [];
    return name === undefined
      ? []
      : [{text: slicePlaced(whole, name.length), origin: 'argument'} as const];
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
  return [{text: wordText(word), origin: 'argument'}];
}

const NAMED_QUERY = /(?:^|_)(?:query|promql|expr|q)$/i;

/** `QUERY='…'`, to be sent later. */
function kept({assignments}: CommandNode['command']): readonly QueryWord[] {
  return assignments.flatMap(
    ({name, value}: {readonly name: string; readonly value: Word | undefined}) => {
      if (value === undefined || !NAMED_QUERY.test(name)) return [];
      const text = wordText(value);
      return isMeantAsQuery(text.text) ? [{text, origin: 'argument'} as const] : [];
    },
  );
}
