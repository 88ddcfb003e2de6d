import {describe, expect, it} from 'vitest';
import {fillQuery} from './promql-placeholders';

describe('fillQuery', () => {
  it.each([
    ['rate(x[$__rate_interval])', 'rate(x[5m              ])', false],
    ['rate(x[${range:-5m}])', 'rate(x[5m          ])', false],
    ['max_over_time(x[<range>:1m])', 'max_over_time(x[5m     :1m])', false],
    ['rate(<metric>[5m])', 'rate(________[5m])', true],
    ['x > $threshold', 'x > __________', true],
    ['x{job="$job", a=~"${b}", c="<d>"}', 'x{job="$job", a=~"${b}", c="<d>"}', false],
    ['a <b> c', 'a <b> c', false],
    ['x # $y', 'x # $y', false],
  ])('reads %s', (query, text, uncertain) => {
    expect(fillQuery(query)).toMatchObject({text, uncertain});
    expect(text.length).toBe(query.length);
  });
});
