import type {Assignment as SourceAssignment, CommandArgument} from 'unbash';
import type {Context, Sink} from './sink';
import type {Assignment, Variable, Word, WordPart} from './types';
import {visitWord} from './walk-word';
import {type Place, span, toWord} from './word';

type By = Extract<Variable, {kind: 'definition'}>['by'];

export function toAssignment(source: SourceAssignment, place: Place): Assignment {
  const {value} = source;
  return {
    kind: 'assignment',
    name: source.name,
    append: source.append === true,
    value: value.type === 'Word' ? toWord(value, place) : undefined,
    elements: value.type === 'Word' ? [] : value.elements.map(element => toWord(element, place)),
    ...span(source, place),
  };
}

/** `export A=b` has an assignment where other commands have a word: it is seen as the word `A=b`. */
export function argumentWord(source: CommandArgument, place: Place): Word {
  if (source.type === 'Word') return toWord(source, place);
  const value = source.value.type === 'Word' ? toWord(source.value, place) : undefined;
  const head = source.text.slice(0, source.value.pos - source.pos);
  const name: WordPart = {
    kind: 'literal',
    value: head,
    text: head,
    quote: 'none',
    start: place(source.pos),
    end: place(source.value.pos),
  };
  return {
    kind: 'word',
    text: source.text,
    value: value?.value === undefined ? undefined : head + value.value,
    parts: [name, ...(value?.parts ?? [])],
    glob: false,
    ...span(source, place),
  };
}

export function visitAssignment(
  source: SourceAssignment,
  by: By,
  context: Context,
  sink: Sink,
): void {
  const {place, region, scope} = context;
  const nameEnd = source.pos + source.name.length;
  region.opaque.push({start: source.pos, end: source.value.pos});
  if (source.index !== undefined) visitWord(source.index, context, sink);
  if (source.value.type === 'Word') visitWord(source.value, context, sink);
  else for (const element of source.value.elements) visitWord(element, context, sink);
  sink.variables.push({
    kind: 'definition',
    by,
    name: source.name,
    nameStart: place(source.pos),
    nameEnd: place(nameEnd),
    scope,
    ...span(source, place),
  });
}
