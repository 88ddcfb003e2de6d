import type {HereDoc, Redirection} from 'unbash';
import type {Context, Sink} from './sink';
import type {Redirect, ShellError} from './types';
import {visitParts, visitWord} from './walk-word';
import {span, toWord} from './word';

export function visitRedirect(source: Redirection, context: Context, sink: Sink): Redirect {
  const {place, region} = context;
  const {descriptor} = source;
  if (descriptor !== undefined) region.opaque.push({start: descriptor.pos, end: descriptor.end});
  if (descriptor?.type === 'FileDescriptorVariable') defineDescriptor(descriptor, context, sink);
  const target = source.type === 'HereDoc' ? undefined : source.target;
  if (target !== undefined) visitWord(target, context, sink);
  if (source.type === 'HereDoc') visitHeredoc(source, context, sink);
  const redirect: Redirect = {
    kind: 'redirect',
    operator: source.operator,
    descriptor: descriptor?.type === 'FileDescriptor' ? descriptor.value : undefined,
    target: target === undefined ? undefined : toWord(target, place),
    ...span(source, place),
  };
  sink.redirects.push(redirect);
  return redirect;
}

function defineDescriptor(
  descriptor: {readonly name: string; readonly pos: number; readonly end: number},
  {place, scope}: Context,
  sink: Sink,
): void {
  const name = span({pos: descriptor.pos + 1, end: descriptor.end - 1}, place);
  sink.variables.push({
    kind: 'definition',
    by: 'descriptor',
    name: descriptor.name,
    nameStart: name.start,
    nameEnd: name.end,
    scope,
    ...span(descriptor, place),
  });
}

function visitHeredoc(source: HereDoc, context: Context, sink: Sink): void {
  const {place, region} = context;
  const {body, closing, delimiter} = source;
  if (delimiter === undefined) return;
  region.opaque.push({start: delimiter.pos, end: delimiter.end}, {start: body.pos, end: body.end});
  if (closing !== undefined) region.opaque.push({start: closing.pos, end: closing.end});
  if (!delimiter.quoted) visitParts(body.parts ?? [], 'heredoc', context, sink);
  sink.heredocs.push({
    kind: 'heredoc',
    delimiter: delimiter.value,
    quoted: delimiter.quoted,
    body: span(body, place),
    text: body.text,
    closed: closing !== undefined,
    ...span(source, place),
  });
  if (closing !== undefined) return;
  sink.errors.push({...unclosed(delimiter.value), ...span(delimiter, place)});
}

/** A delimiter of several lines is a quote that was never closed, and for that bash does stop. */
function unclosed(delimiter: string): Pick<ShellError, 'kind' | 'message'> {
  if (delimiter.includes('\n')) {
    return {
      kind: 'syntax',
      message:
        'Unexpected end of the script in the delimiter after `<<`, expected a closing quote.',
    };
  }
  return {
    kind: 'heredoc',
    message: `Unexpected end of the script in a here-document, expected a line \`${delimiter}\`.`,
  };
}
