import {describe, expect, it} from 'vitest';
import {read} from './__fixtures__/read';

describe('numbers', () => {
  it.each([
    ['0x1F', '31'],
    ['0777', '511'],
    ['08', '8'],
    ['1_000.5', '1000.5'],
    ['1e3', '1000'],
    ['.5', '0.5'],
    ['1e21', '1000000000000000000000'],
    ['1e-9', '0.000000001'],
    ['-Inf', '-Inf'],
    ['nan', 'NaN'],
    ['5m', '5m'],
    ['1e400', '0-5 error parsing number: strconv.ParseFloat: parsing "1e400": value out of range'],
    ['(1e)', '1-3 error parsing number: strconv.ParseFloat: parsing "1e": invalid syntax'],
    ['1__0', '0-3 bad number or duration syntax: "1__"'],
    ['0xee', '0-4 bad number or duration syntax: "0xee"'],
    ['5x', '0-1 bad number or duration syntax: "5"'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('strings', () => {
  it.each([
    [String.raw`"a\n\x41\101\u00e9\U0001F600"`, '"a\\nAAé😀"'],
    [String.raw`'\'"'`, String.raw`"'\""`],
    ['`a\\n\n`', String.raw`"a\\n\n"`],
    [String.raw`"\xc3\xa9"`, '"é"'],
    [String.raw`"\q"`, "1-3 unknown escape sequence U+0071 'q'"],
    [String.raw`"\ud800"`, '1-7 escape sequence is an invalid Unicode code point'],
    [String.raw`"\xg0"`, "1-3 illegal character U+0067 'g' in escape sequence"],
    ['"a', '0-2 unterminated quoted string'],
    ['"a\nb"', '0-2 unterminated quoted string'],
    ['`a', '0-2 unterminated raw string'],
    ['"\ud800"', '1-2 invalid UTF-8 rune'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
