import {describe, expect, it} from 'vitest';
import {indexPlaces} from './place';

describe('indexPlaces', () => {
  it('counts every kind of line ending', () => {
    const places = indexPlaces('a\nb\r\nc\rd');
    expect([1, 2, 3, 4].map(line => [places.lineStart(line), places.line(line)])).toEqual([
      [0, 'a'],
      [2, 'b'],
      [5, 'c'],
      [7, 'd'],
    ]);
  });

  it('counts columns in UTF-16 units', () => {
    expect(indexPlaces('é😀x').point(3)).toEqual({line: 1, column: 4, offset: 3});
  });

  it('clamps an offset outside the text to its nearest end', () => {
    expect(indexPlaces('a\nb').span(-5, 99)).toEqual({
      start: {line: 1, column: 1, offset: 0},
      end: {line: 2, column: 2, offset: 3},
    });
  });

  it('places the end of a text that ends with a line ending on the line behind it', () => {
    expect(indexPlaces('a\n').point(2)).toEqual({line: 2, column: 1, offset: 2});
  });
});
