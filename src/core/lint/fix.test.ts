import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {indexPlaces} from '../document';
import type {Finding} from './finding';
import {applyFixes} from './fix';
import {lint} from './lint';

const SOURCE = 'kubectl logs web';

describe('applyFixes', () => {
  it('applies several fixes of one line', () => {
    expect(applyFixes(SOURCE, [fix([0, 7, 'oc']), fix([13, 16, 'api'])])).toBe('oc logs api');
  });

  it('skips a fix that touches another one, whole', () => {
    const first = fix([0, 7, 'oc'], [13, 16, 'api']);
    const second = fix([8, 12, 'describe'], [14, 15, 'x']);
    expect(applyFixes(SOURCE, [second, first])).toBe('oc logs api');
  });

  it('inserts once where two fixes insert the same', () => {
    expect(applyFixes(SOURCE, [fix([7, 7, ' -v']), fix([7, 7, ' -v'])])).toBe(
      'kubectl -v logs web',
    );
  });

  it('leaves out a fix whose own edits overlap', () => {
    expect(applyFixes(SOURCE, [fix([0, 7, 'oc'], [3, 9, 'x']), fix([13, 16, 'api'])])).toBe(
      'kubectl logs api',
    );
  });

  it('leaves alone what has no fix', () => {
    expect(applyFixes(SOURCE, [fix()])).toBe(SOURCE);
  });

  it('keeps a byte order mark and CRLF in their places', () => {
    const source = '\uFEFFâ€™\r\ncafÃ©\r\n';
    expect(applyFixes(source, lint([{path: 'a.md', source}]))).toBe('\uFEFF’\r\ncafé\r\n');
  });

  it('changes nothing outside its edits', () => {
    const edit = fc
      .tuple(fc.nat(15), fc.nat(3), fc.constantFrom('', 'x', 'yy'))
      .map(([start, length, text]) => [start, Math.min(16, start + length), text] as const);
    fc.assert(
      fc.property(fc.array(edit, {maxLength: 6}), edits => {
        const fixed = applyFixes(
          SOURCE,
          edits.map(one => fix(one)),
        );
        const removed = edits.reduce((sum, [start, end]) => sum + end - start, 0);
        expect(fixed.replace(/[xy]/g, '').length).toBeGreaterThanOrEqual(SOURCE.length - removed);
      }),
      {numRuns: 200, seed: 3},
    );
  });
});

function fix(...edits: readonly (readonly [number, number, string])[]): Finding {
  const {span} = indexPlaces(SOURCE);
  const [start = 0, end = 0] = edits[0] ?? [];
  const at = span(start, end);
  return {
    rule: 'x/y',
    severity: 'error',
    path: 'a.md',
    line: at.start.line,
    column: at.start.column,
    endLine: at.end.line,
    endColumn: at.end.column,
    message: 'Found x.',
    help: '',
    ...(edits.length > 0 && {
      fix: {edits: edits.map(([from, to, text]) => ({span: span(from, to), text}))},
    }),
  };
}
