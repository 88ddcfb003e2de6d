import {describe, expect, it} from 'vitest';
import {parseMarkdown} from './index';

const many = (text: string, count = 50_000) => text.repeat(count);

describe('parseMarkdown', () => {
  it('says nothing of what it does not read as remark would', () => {
    const sources = [
      'a[^1]\n\n[^1]: b\n',
      ':name[label]{key=value}\n',
      ':::note{.wide}\na\n:::\n',
      ':::note\nnever closed\n',
      '---\nfront matter: never closed\n',
      '- ```\n  never closed\n- b\n',
      '[a http://b.c/d\n',
      'a\rb\n',
      'a\0b\n',
      '\uFEFFa\n',
    ];
    expect(sources.filter(source => parseMarkdown(source) !== undefined)).toEqual([]);
  });

  it.each([
    ['brackets', many('[')],
    ['images', many('![')],
    ['links without an end', many('[a](')],
    ['closed brackets', many('[', 20_000) + many(']', 20_000)],
    ['nested links', many('[', 20_000) + many('](b)', 20_000)],
    ['stars', many('*')],
    ['emphasis that opens', many('*a ')],
    ['emphasis that closes', many('a* ')],
    ['emphasis of both kinds', many('*a_ ')],
    ['emphasis in emphasis', many('*a **b ')],
    ['backticks', many('`')],
    ['code spans of all lengths', Array.from({length: 600}, (_, n) => '`'.repeat(n + 1)).join(' ')],
    ['quotes', many('>')],
    ['lists', many('- ')],
    ['tags without an end', many('<a b="')],
    ['comments without an end', many('<!-- ')],
    ['deletions', many('~a~ ')],
    ['hosts', many('www.')],
    ['protocols', `[${many('http://.')}`],
    ['addresses', many('a.b@')],
    ['definitions', many('[a]: b\n')],
    ['references', `${many('[a][b]')}\n\n[c]: d`],
    ['cells', `${many('a|')}\n${many('-|')}`],
    ['fences of directives', many(':::a\n')],
    ['lazy lines', `${'> '.repeat(90)}a\n${many('b\n')}`],
    ['one long line', many('lorem ipsum dolor ', 60_000)],
  ])(
    'ends soon on 50,000 %s',
    (_, source) => {
      const tree = parseMarkdown(source);
      expect(tree?.position?.end.offset ?? source.length).toBe(source.length);
    },
    5_000,
  );
});
