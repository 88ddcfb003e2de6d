import {describe, expect, it} from 'vitest';
import {blankForeign, foreignText} from './foreign-text';

describe('foreignText', () => {
  it.each([
    ['$ up', ['prompt $ '], '  up'],
    ['up\n...\ndown', ['ellipsis ...'], 'up\n   \ndown'],
    ['sum(...)', ['ellipsis ...'], 'sum(___)'],
    ['All of the errors:\nup', ['prose All of the errors:'], '                  \nup'],
    ['up and down', [], 'up and down'],
    ['sum by (a) (b)\nunless on () up', [], 'sum by (a) (b)\nunless on () up'],
    ['up{a="... see there"} # and so on...', [], 'up{a="... see there"} # and so on...'],
    ['# What it all means', [], '# What it all means'],
  ])('reads %j', (text, expected, blanked) => {
    const found = foreignText(text);
    expect(found.map(({kind, start, end}) => `${kind} ${text.slice(start, end)}`)).toEqual(
      expected,
    );
    expect(blankForeign(text, found)).toBe(blanked);
  });
});
