import {describe, expect, it} from 'vitest';
import {INPUT_TYPES} from '../../core';
import type {Input} from '../../core';
import {inputOf} from '../__fixtures__/steps';
import {validateInput} from './validate-input';

const CASES: Readonly<Record<Input['type'], readonly [good: string[], bad: string[]]>> = {
  string: [
    ['', 'x', '$(touch x)', 'a\nb', '-rf'],
    ['a\0b', 'x'.repeat(100_001)],
  ],
  int: [
    ['0', '41', '-3'],
    ['', '1.5', '0x10', '1\n', ' 1', '1e3'],
  ],
  bool: [
    ['true', 'false'],
    ['', 'yes', 'True'],
  ],
  enum: [
    ['low', 'high'],
    ['', 'lo', 'low,high'],
  ],
  'k8s-name': [
    ['web-7c9d8b6f5-x2k4q', 'a.b', '1'],
    ['', 'pod/web', 'Web', '-web', 'web-', 'a..b', 'web\n', 'a b', '--all', 'x'.repeat(254)],
  ],
  namespace: [['sql-studio'], ['', 'a.b', 'A', '-n', 'x'.repeat(64)]],
  'label-selector': [
    ['app=web', 'app==web,tier!=db', 'a in (x, y),!b,c', 'example.com/app=x', 'app='],
    ['', 'app=web;rm', 'app=$(x)', '--all', 'app in x', 'app=web\n', 'a=b,'],
  ],
  duration: [
    ['15m', '1h30m', '1.5h', '100ms'],
    ['', '15', '1d', '5 m', '-5m'],
  ],
  port: [
    ['1', '8080', '65535'],
    ['', '0', '65536', '08', 'http'],
  ],
  url: [
    ['https://example.org/x?y=1', 'libsql://db.turso.io'],
    ['', 'example.org', 'https://', 'javascript:alert(1)', 'https://a b'],
  ],
  ipv4: [['10.0.0.1'], ['', '10.0.0', '256.0.0.1', '010.0.0.1', '::1', '10.0.0.1/8']],
  cidr: [
    ['10.0.0.0/16', 'fd00::/8'],
    ['', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '::/129'],
  ],
  path: [
    ['./heap.pprof', '/tmp/a b', 'é'],
    ['', '-rf', 'a\nb', 'a\u001b[2J'],
  ],
  secret: [
    ['s3cr3t', 'a\nb'],
    ['', '\0'],
  ],
  regex: [
    ['web-.+', '^a|b$', ''],
    ['(', 'a(?=b)', '[z-a]'],
  ],
};

describe('validateInput', () => {
  it.each(INPUT_TYPES)('tells values of type %s from others', type => {
    const input = inputOf('X', {type, values: ['low', 'high']});
    const [good, bad] = CASES[type];
    expect(good.filter(value => validateInput(input, value) !== undefined)).toEqual([]);
    expect(bad.filter(value => validateInput(input, value) === undefined)).toEqual([]);
  });

  it('says what is wanted, with the example that the page gives', () => {
    expect(validateInput(inputOf('N', {type: 'int', example: '41'}), 'x')).toEqual({
      expected: 'a whole number',
      example: '41',
    });
    expect(validateInput(inputOf('N', {type: 'enum', values: ['low', 'high']}), 'x')).toEqual({
      expected: 'one of `low`, `high`',
      example: 'low',
    });
  });

  it('gives an example that fits', () => {
    for (const type of INPUT_TYPES) {
      const input = inputOf('X', {type, values: ['low']});
      const example = validateInput(input, '\0')?.example ?? '';
      expect(validateInput(input, example)).toBeUndefined();
    }
  });
});
