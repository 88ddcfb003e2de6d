import type {CommandNode} from '../node';
import {callsOf} from '../shell/calls';
import type {ProgramCall} from '../shell/calls';
import {readOptions} from '../shell/options';
import {embeddedText} from './embedded-text';
import type {EmbeddedText} from './embedded-text';

const PSQL = {
  taking: 'cdfhopvFLPRTU',
  takingLong:
    'command dbname file host port username set variable output log-file field-separator record-separator pset table-attr'.split(
      ' ',
    ),
};

/** Servers and poolers that take psql and speak a dialect of their own. */
const OTHER_SERVER =
  /bouncer|redshift|cockroach|crdb|yugabyte|questdb|materialize|\b(?:5439|6432|26257)\b/i;

/** Texts that psql reads in part itself: its commands, its variables, data behind `COPY`. */
const READ_BY_PSQL = /\\|(?<![:\w]):['"]?[A-Za-z_]|\bfrom\s+stdin\b/i;

/** The commands of a pooler's console. */
const CONSOLE =
  /^\s*(?:pause|resume|reload|kill|suspend|shutdown|disable|enable|reconnect|wait_close)\b/i;

/** The texts that a command hands to psql for a server of Postgres, as an argument or on its input. */
export function psqlTexts(node: CommandNode): readonly EmbeddedText[] {
  return callsOf(node, 'psql')
    .filter(({layer}) => !OTHER_SERVER.test(layer.command.text))
    .flatMap(call => [...argumentsOf(call, node), ...inputOf(call, node)])
    .filter(({text}) => !READ_BY_PSQL.test(text) && !CONSOLE.test(text));
}

function argumentsOf({args, layer}: ProgramCall, node: CommandNode): readonly EmbeddedText[] {
  const {options} = readOptions(args, PSQL);
  return options.flatMap(({name, word, valueWord}) => {
    const isStatement = name === 'c' || name === 'command';
    if (!isStatement || valueWord === undefined || valueWord === word) return [];
    const embedded = embeddedText(valueWord, layer, node);
    return embedded === undefined ? [] : [embedded];
  });
}

/** Here-strings, and here-documents whose text reaches psql as it stands. */
function inputOf({layer, args}: ProgramCall, node: CommandNode): readonly EmbeddedText[] {
  const {options} = readOptions(args, PSQL);
  const reads = !options.some(({name}) => ['c', 'command', 'f', 'file'].includes(name));
  if (layer.nested !== undefined || !reads) return [];
  const {redirects, start, end} = layer.command;
  const strings = redirects.flatMap(({operator, target}) => {
    const embedded = operator === '<<<' && target && embeddedText(target, layer, node);
    return embedded ? [embedded] : [];
  });
  const {shell, place} = node.script;
  const documents = shell.heredocs.flatMap(({text, body, quoted, closed, start: at}) => {
    const isOwn = start <= at && at < end && closed;
    const isAsWritten = shell.script.slice(body.start, body.end) === text;
    if (!isOwn || !isAsWritten || isOpen(text, {quoted}, node, body)) return [];
    return [{text, place: (from: number, to: number) => place(body.start + from, body.start + to)}];
  });
  return [...strings, ...documents];
}

function isOpen(
  text: string,
  {quoted}: {readonly quoted: boolean},
  {script}: CommandNode,
  body: {readonly start: number; readonly end: number},
): boolean {
  const placeholders = script.block.normalized?.placeholders ?? [];
  return (
    (!quoted && /[$`]/.test(text)) ||
    /\{\{|\.{3}|…/.test(text) ||
    placeholders.some(({start, end}) => start < body.end && body.start < end)
  );
}
