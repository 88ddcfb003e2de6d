import {expect, it} from 'vitest';
import {isLogQl} from './other-language';

it.each([
  ['sum(rate({app="web"} |= "error" [5m]))', true],
  ['{app="web"} |~ `5..` | json', true],
  ['count_over_time({app="web"} | logfmt | level="error" [5m])', true],
  ['{app="web"} | status >= 500', true],
  ['up{job=~"a|b"} == 0', false],
  ['up{job="a"} || up{job="b"}', false],
  ['up == 0 # {a} |= b', false],
  ['up{job="a |= b"}', false],
])('tells the language of %s', (text, expected) => {
  expect(isLogQl(text)).toBe(expected);
});
