import {describe, expect, it} from 'vitest';
import {BOLD_DEPTH, phaseAt} from './phase';

const page = [
  {depth: 1, text: 'High error rate', offset: 0},
  {depth: 2, text: 'Diagnosis', offset: 10},
  {depth: 3, text: 'Pods', offset: 20},
  {depth: 2, text: 'Resolution', offset: 30},
  {depth: 3, text: 'Immediate', offset: 40},
  {depth: 2, text: 'Related', offset: 50},
];

describe('phaseAt', () => {
  it.each([
    [5, null],
    [15, 'diagnosis'],
    [25, 'diagnosis'],
    [35, 'resolution'],
    [45, 'resolution'],
    [55, null],
  ])('finds the phase at offset %i to be %s', (offset, phase) => {
    expect(phaseAt(page, offset)).toBe(phase);
  });

  it('takes a bold line for a heading', () => {
    const bold = [
      {depth: 3, text: 'Pod crash looping', offset: 0},
      {depth: BOLD_DEPTH, text: 'Diagnosis:', offset: 10},
      {depth: BOLD_DEPTH, text: 'Common causes:', offset: 20},
      {depth: BOLD_DEPTH, text: 'Resolution:', offset: 30},
    ];
    expect([15, 25, 35].map(offset => phaseAt(bold, offset))).toEqual([
      'diagnosis',
      'diagnosis',
      'resolution',
    ]);
  });
});
