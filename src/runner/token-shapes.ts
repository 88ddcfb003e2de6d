import {SECRET_SHAPES} from '../core';
import type {SecretShape} from '../core';

/**
 * What gives itself away in output: keys by their own shape, and what stands where credentials do.
 * The first group of a pattern is what stays to be read.
 */
export const TOKEN_SHAPES: readonly SecretShape[] = [
  ...SECRET_SHAPES,
  {
    kind: 'a token in a header',
    pattern: /(\b[Bb]earer )[\w.~+/-]{16,}=*/g,
    starts: ['Bearer ', 'bearer '],
    characters: '[\\w.~+/=-]',
  },
  {
    kind: 'a password in a header',
    pattern: /(\b[Aa]uthorization: [Bb]asic )[\w+/]{6,}=*/g,
    starts: ['Authorization: ', 'authorization: '].flatMap(name =>
      ['Basic ', 'basic '].map(scheme => name + scheme),
    ),
    characters: '[\\w+/=]',
  },
  {
    kind: 'a password in an address',
    pattern: /(:\/\/[^\s/:@"'<>]{0,128}:)[^\s/@"'<>]{1,256}(?=@)/g,
    starts: ['://'],
    characters: `[^\\s/@"'<>]`,
    sign: '@',
  },
  {
    kind: 'an AWS secret key',
    pattern:
      /(\b(?:aws_secret_access_key|AWS_SECRET_ACCESS_KEY|SecretAccessKey)["']? {0,4}[:=] {0,4}["']?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g,
    starts: ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY', 'SecretAccessKey'],
    characters: `[\\w/+"':= ]`,
  },
];
