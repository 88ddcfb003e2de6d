import type {
  Case,
  Command,
  CommandNode,
  CompoundList,
  Coproc,
  For,
  Function as FunctionNode,
  If,
  Pipeline as PipelineNode,
  PipelineNode as Member,
  Redirected,
  Select,
  Statement,
} from 'unbash';
import {toError} from './errors';
import type {Context, Pending, Region, Sink} from './sink';
import type {Enclosure, Stage} from './types';
import {defineByCommand, defineName} from './variables';
import {argumentWord, toAssignment, visitAssignment} from './walk-assignment';
import {visitRedirect} from './walk-redirect';
import {visitArithmetic, visitTest, visitWord} from './walk-word';
import {span, toWord} from './word';

/** Gathers everything that one script holds into `sink`; its substitutions go to `sink.pending`. */
export function walkScript({script, source, place, within}: Pending, sink: Sink): void {
  const text = script.source ?? source;
  const region: Region = {start: script.pos, end: script.end, source: text, place, opaque: []};
  const scope = sink.regions.length;
  sink.regions.push(region);
  for (const error of script.errors ?? []) sink.errors.push(toError(error, text, place));
  const context: Context = {place, within, region, scope, background: false};
  for (const statement of script.commands) visitStatement(statement, context, sink);
}

function visitStatement({command, background}: Statement, context: Context, sink: Sink): void {
  const inner = background === true ? {...context, background} : context;
  if (command.type !== 'AndOr') return visitMember(command, inner, sink);
  for (const member of command.commands) visitMember(member, inner, sink);
}

function visitMember(node: Member, context: Context, sink: Sink): void {
  if (node.type === 'Pipeline') return visitPipeline(node, context, sink);
  if (node.type !== 'Command') return visitCompound(node, context, sink);
  const stage = {pipeline: sink.pipelines.length, index: 0, length: 1};
  const place = span(node, context.place);
  sink.pipelines.push({
    kind: 'pipeline',
    ...place,
    stages: [place],
    operators: [],
    negated: false,
    timed: false,
    scope: context.scope,
  });
  visitCommand(node, stage, context, sink);
}

function visitPipeline(node: PipelineNode, context: Context, sink: Sink): void {
  const pipeline = sink.pipelines.length;
  sink.pipelines.push({
    kind: 'pipeline',
    ...span(node, context.place),
    stages: node.commands.map(command => span(command, context.place)),
    operators: node.operators,
    negated: node.prefixes.filter(prefix => prefix.type === 'Negation').length % 2 === 1,
    timed: node.prefixes.some(prefix => prefix.type === 'Time'),
    scope: context.scope,
  });
  const length = node.commands.length;
  for (const [index, command] of node.commands.entries()) {
    if (command.type === 'Command') visitCommand(command, {pipeline, index, length}, context, sink);
    else visitCompound(command, context, sink);
  }
}

function visitCommand(node: Command, stage: Stage, context: Context, sink: Sink): void {
  const {place, region} = context;
  const name = node.name === undefined ? undefined : toWord(node.name, place);
  const args = node.args.map(argument => argumentWord(argument, place));
  const assignments = node.prefix.flatMap(child =>
    child.type === 'Assignment' ? [toAssignment(child, place)] : [],
  );
  for (const child of node.prefix) {
    if (child.type !== 'Assignment') continue;
    visitAssignment(child, name === undefined ? 'assignment' : 'environment', context, sink);
  }
  if (node.name !== undefined) visitWord(node.name, context, sink);
  checkParenthesis(node, context, sink);
  for (const argument of node.args) {
    if (argument.type === 'Assignment') visitAssignment(argument, 'declare', context, sink);
    else visitWord(argument, context, sink);
  }
  const redirects = node.redirects.map(redirect => visitRedirect(redirect, context, sink));
  defineByCommand(name, args, context, sink);
  sink.commands.push({
    kind: 'command',
    text: region.source.slice(node.pos, node.end),
    ...span(node, place),
    name,
    args,
    words: name === undefined ? args : [name, ...args],
    assignments,
    redirects,
    stage,
    background: context.background,
    within: context.within,
    scope: context.scope,
  });
}

/** The parser takes the `(` of `name (word` for the start of a function, and drops it. */
function checkParenthesis({name}: Command, {place, region}: Context, sink: Sink): void {
  if (name === undefined) return;
  const after = region.source.slice(name.end, Math.min(name.end + 80, region.end));
  const gap = /^[ \t]*\((?![ \t]*\))/.exec(after)?.[0];
  if (gap === undefined) return;
  const at = name.end + gap.length - 1;
  sink.errors.push({
    kind: 'syntax',
    message: 'Unexpected `(`, expected the end of the command.',
    start: place(at),
    end: place(at + 1),
  });
}

function visitCompound(node: Exclude<CommandNode, Command>, context: Context, sink: Sink): void {
  switch (node.type) {
    case 'Redirected':
      return visitRedirected(node, context, sink);
    case 'If':
      return visitIf(node, enclose('condition', node, context), sink);
    case 'For':
    case 'Select':
      return visitFor(node, enclose('loop', node, context), sink);
    case 'ArithmeticFor': {
      const inner = enclose('loop', node, context);
      visitArithmetic([node.initialize, node.test, node.update], inner, sink);
      return visitList(node.body, inner, sink);
    }
    case 'While': {
      const inner = enclose('loop', node, context);
      visitList(node.clause, inner, sink);
      return visitList(node.body, inner, sink);
    }
    case 'Subshell':
      return visitList(node.body, enclose('subshell', node, context), sink);
    case 'BraceGroup':
      return visitList(node.body, enclose('group', node, context), sink);
    case 'Case':
      return visitCase(node, enclose('case', node, context), sink);
    case 'TestCommand':
      return visitTest(node.expression, context, sink);
    case 'ArithmeticCommand':
      context.region.opaque.push({start: node.pos, end: node.end});
      return visitArithmetic([node.expression], context, sink);
    case 'Function':
      return visitFunction(node, enclose('function', node, context), sink);
    case 'Coproc':
      return visitCoproc(node, enclose('coproc', node, context), sink);
  }
}

function visitList(list: CompoundList, context: Context, sink: Sink): void {
  for (const statement of list.commands) visitStatement(statement, context, sink);
}

function visitRedirected(node: Redirected, context: Context, sink: Sink): void {
  visitCompound(node.command, context, sink);
  for (const redirect of node.redirects) visitRedirect(redirect, context, sink);
}

function visitIf(node: If, context: Context, sink: Sink): void {
  visitList(node.clause, context, sink);
  visitList(node.then, context, sink);
  for (const branch of node.elif) {
    visitList(branch.clause, context, sink);
    visitList(branch.then, context, sink);
  }
  if (node.else !== undefined) visitList(node.else, context, sink);
}

function visitFor(node: For | Select, context: Context, sink: Sink): void {
  context.region.opaque.push({start: node.name.pos, end: node.name.end});
  defineName(
    toWord(node.name, context.place),
    node.type === 'For' ? 'for' : 'select',
    context,
    sink,
  );
  for (const word of node.wordlist ?? []) visitWord(word, context, sink);
  visitList(node.body, context, sink);
}

function visitCase(node: Case, context: Context, sink: Sink): void {
  visitWord(node.word, context, sink);
  for (const item of node.items) {
    for (const pattern of item.pattern) visitWord(pattern, context, sink);
    visitList(item.body, context, sink);
  }
}

function visitFunction(node: FunctionNode, context: Context, sink: Sink): void {
  context.region.opaque.push({start: node.name.pos, end: node.name.end});
  sink.functions.push({
    kind: 'function',
    name: toWord(node.name, context.place),
    body: span(node.body, context.place),
    ...span(node, context.place),
  });
  visitBody(node.body, context, sink);
}

function visitCoproc(node: Coproc, context: Context, sink: Sink): void {
  if (node.name !== undefined) visitWord(node.name, context, sink);
  visitBody(node.body, context, sink);
}

function visitBody(
  body: FunctionNode['body'] | Coproc['body'],
  context: Context,
  sink: Sink,
): void {
  if (body.type === 'CompoundList') return visitList(body, context, sink);
  visitMember(body, context, sink);
}

function enclose(
  kind: Enclosure['kind'],
  node: {readonly pos: number; readonly end: number},
  context: Context,
): Context {
  return {...context, within: [...context.within, {kind, ...span(node, context.place)}]};
}
