import {describe, expect, it} from 'vitest';
import {inferLabels} from './infer-labels';
import {labelState} from './label-set';
import {parsePromql} from './parse';

describe('inferLabels', () => {
  it.each([
    ['a', 'x unknown'],
    ['a{x="1"}', 'x present'],
    ['a{x=""}', 'x empty'],
    ['a{x!=""}', 'x present'],
    ['a{x=~"b.*"}', 'x present'],
    ['a{x=~".*"}', 'x unknown'],
    ['a{x!~".*"}', 'x present'],
    ['a{x="$y"}', 'x unknown'],
    ['rate(a{x="1"}[5m])', 'x present'],
    ['sum(a{x="1"})', 'x gone'],
    ['sum by (x) (a)', 'x expected'],
    ['sum by (cluster) (a)', 'cluster unknown'],
    ['sum by (y) (a)', 'x gone'],
    ['sum without (x) (a)', 'x gone'],
    ['sum without (y) (a)', 'x unknown'],
    ['topk(1, a{x="1"})', 'x present'],
    ['count_values("x", sum(a))', 'x present'],
    ['sum(a) or b', 'x unknown'],
    ['sum by (x) (a) or vector(0)', 'x unknown'],
    ['sum(a) or sum(b)', 'x gone'],
    ['a{x="1"} and b', 'x present'],
    ['a / b{x="1"}', 'x present'],
    ['a / sum(b)', 'x gone'],
    ['a / on (y) b', 'x gone'],
    ['a / on (x) b', 'x expected'],
    ['a / ignoring (x) b', 'x gone'],
    ['a * on (y) group_left b', 'x unknown'],
    ['a * on (y) group_left (x) sum by (y) (b)', 'x gone'],
    ['a * on (y) group_left (x) b', 'x expected'],
    ['sum(a) * on () group_right b{x="1"}', 'x present'],
    ['label_replace(sum(a), "x", "$1", "y", "(.*)")', 'x unknown'],
    ['histogram_quantile(0.9, a)', 'le gone'],
    ['absent(a{x="1"})', 'x unknown'],
    ['absent(sum(a))', 'x none'],
    ['vector(1)', 'x none'],
    ['time()', 'x none'],
    ['1 + sum(a)', 'x gone'],
  ])('knows of %s that %s', (text, expected) => {
    const {expr} = parsePromql(text);
    const [label = ''] = expected.split(' ');
    const state = expr && labelState(inferLabels(expr)(expr), label);
    expect(`${label} ${state}`).toBe(expected);
  });

  it('takes the labels of a catalogue for all there are', () => {
    const {expr} = parsePromql('rate(a{x="1"}[5m])');
    const labels = expr && inferLabels(expr, {labelsOf: () => ['x', 'y']})(expr);
    const states = ['x', 'y', 'z', 'cluster'].map(name => labels && labelState(labels, name));
    expect(states).toEqual(['present', 'expected', 'missing', 'unknown']);
  });

  it('reads a sum of ten thousand terms', () => {
    const {expr} = parsePromql(Array.from({length: 10_000}, () => 'a{x="1"}').join(' + '));
    expect(expr && labelState(inferLabels(expr)(expr), 'x')).toBe('present');
  });
});
