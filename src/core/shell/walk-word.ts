import type {
  ArithmeticExpression,
  DoubleQuotedChild,
  ParsedScript,
  ParameterExpansionPart,
  TestExpression,
  Word as SourceWord,
  WordPart as SourcePart,
} from 'unbash';
import {decodedPlace} from './backtick';
import type {Context, Sink} from './sink';
import type {Enclosure, Quote} from './types';
import {defineDefault, useName, useVariable} from './variables';
import {span} from './word';

type Part = SourcePart | DoubleQuotedChild;

export function visitWord(word: SourceWord, context: Context, sink: Sink): void {
  context.region.opaque.push({start: word.pos, end: word.end});
  visitParts(word.parts ?? [], 'none', context, sink);
}

export function visitParts(
  parts: readonly Part[],
  quote: Quote,
  context: Context,
  sink: Sink,
): void {
  for (const part of parts) visitPart(part, quote, context, sink);
}

function visitPart(part: Part, quote: Quote, context: Context, sink: Sink): void {
  switch (part.type) {
    case 'DoubleQuoted':
    case 'LocaleString':
      return visitParts(part.parts, 'double', context, sink);
    case 'SimpleExpansion':
      return useVariable(part, quote, context, sink);
    case 'ParameterExpansion':
      return visitParameter(part, quote, context, sink);
    case 'CommandExpansion':
      return enqueue(part.script, 'substitution', part, context, sink);
    case 'ProcessSubstitution':
      return enqueue(part.script, 'process-substitution', part, context, sink);
    case 'ArithmeticExpansion':
      return visitArithmetic([part.expression], context, sink);
    case 'ExtendedGlob':
    case 'BraceExpansion':
    case 'Glob':
      return visitParts(part.parts ?? [], quote, context, sink);
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return;
  }
}

function visitParameter(
  part: ParameterExpansionPart,
  quote: Quote,
  context: Context,
  sink: Sink,
): void {
  const {operation} = part;
  useVariable(part, quote, context, sink);
  if (part.index !== undefined) visitParts(part.index.parts ?? [], quote, context, sink);
  switch (operation?.type) {
    case 'Default':
      if (operation.operator.endsWith('=')) defineDefault(part, context, sink);
      return visitParts(operation.operand.parts ?? [], quote, context, sink);
    case 'Remove':
      return visitParts(operation.operand.parts ?? [], quote, context, sink);
    case 'Replace':
      visitParts(operation.pattern.parts ?? [], quote, context, sink);
      return visitParts(operation.replacement.parts ?? [], quote, context, sink);
    case 'Slice':
      visitParts(operation.offset.parts ?? [], quote, context, sink);
      return visitParts(operation.length?.parts ?? [], quote, context, sink);
    case 'CaseModification':
      return visitParts(operation.operand?.parts ?? [], quote, context, sink);
    default:
      return;
  }
}

/** Iterative: `1+1+1+…` is a tree as deep as it is long. */
export function visitArithmetic(
  roots: readonly (ArithmeticExpression | undefined)[],
  context: Context,
  sink: Sink,
): void {
  const open = roots.filter(root => root !== undefined);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    context.region.opaque.push({start: node.pos, end: node.end});
    if (node.type === 'ArithmeticBinary') open.push(node.left, node.right);
    else if (node.type === 'ArithmeticUnary') open.push(node.operand);
    else if (node.type === 'ArithmeticTernary')
      open.push(node.test, node.consequent, node.alternate);
    else if (node.type === 'ArithmeticGroup') open.push(node.expression);
    else if (node.type === 'ArithmeticWord') visitArithmeticWord(node, context, sink);
    else enqueue(node.script, 'substitution', node, context, sink);
  }
}

function visitArithmeticWord(
  node: Extract<ArithmeticExpression, {type: 'ArithmeticWord'}>,
  context: Context,
  sink: Sink,
): void {
  visitParts(node.parts ?? [], 'double', context, sink);
  const name = /^[A-Za-z_]\w*/.exec(node.value)?.[0];
  if (name !== undefined) useName(name, node, context, sink);
}

export function visitTest(expression: TestExpression, context: Context, sink: Sink): void {
  switch (expression.type) {
    case 'TestUnary':
      return visitWord(expression.operand, context, sink);
    case 'TestBinary':
      visitWord(expression.left, context, sink);
      return visitWord(expression.right, context, sink);
    case 'TestLogical':
      for (const operand of expression.operands) visitTest(operand, context, sink);
      return;
    case 'TestNot':
      return visitTest(expression.operand, context, sink);
    case 'TestGroup':
      return visitTest(expression.expression, context, sink);
  }
}

function enqueue(
  script: ParsedScript | undefined,
  kind: Enclosure['kind'],
  part: {readonly pos: number; readonly end: number},
  context: Context,
  sink: Sink,
): void {
  if (script === undefined) return;
  const {place, region, within} = context;
  sink.pending.push({
    script,
    source: region.source,
    place: script.source === undefined ? place : decodedPlace(region.source, part, place),
    within: [...within, {kind, ...span(part, place)}],
  });
}
