import type {InventoryProblem, Span} from './types';
import {shapeOf} from './yaml-tree';
import type {YamlTree} from './yaml-tree';

/** `around` is where to point when there is nothing at `where`. */
export function shapeProblem(
  path: string,
  where: string,
  found: YamlTree | undefined,
  expected: string,
  around: Span = {start: 0, end: 0},
): InventoryProblem {
  const {start, end} = found ?? around;
  return {
    code: 'wrong-shape',
    data: {where: where === '' ? 'the document' : where, found: shapeOf(found), expected},
    path,
    start,
    end,
  };
}
