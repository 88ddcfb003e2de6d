import type {Random} from '../../../../scripts/random';

const MARKS = [
  ...['- ', '* ', '+ ', '1. ', '2) ', '10. ', '> ', '>', '    ', '  ', '\t', '#', '## ', '```', '~~~'],
  ...['---', '===', '***', '|', '|---|---|', '| a | b |', ':--', ':::note', ':::', '::leaf', ':name'],
  ...['10:30', '[', '](', '](a)', ']', '![', '[x]', '[ ] ', '[a]: b', '[a]', '[a][]', '[b][a]', '*'],
  ...['**', '_', '__', '***', '~', '~~', '`', '``', '\\', '\\\n', '  \n', ' \n', '\n\n', '<', '>'],
  ...['<div>', '</div>', '<b>', '<!--', '-->', '<?', '?>', '<pre>', '</pre>', '<a href="', '"', "'"],
  ...['<http://a.b>', 'http://a.b/c', 'www.a.b', 'a@b.co', '&amp;', '&#65;', '&x;', '(', ')', '!', '.'],
  ...['word', 'é', '😀', '\u00A0', '+++', '_a_', '{', '}', '[^1]', '@', '1', '-', '=', '<br/>', ':'],
];

const CONTAINERS = [
  ['> ', '> '],
  ['- ', '  '],
  ['1. ', '   '],
  ['-\t', '\t'],
  ['  * ', '    '],
  [':::note\n', ''],
] as const;

/** A few lines of the pages, changed in one to five places. */
export function drawText(random: Random, pages: readonly (readonly string[])[]): string {
  const page = random.pick(pages);
  const from = random.below(page.length);
  let text = random.chance(0.3)
    ? Array.from({length: 1 + random.below(14)}, () => random.pick(MARKS)).join('')
    : page.slice(from, from + 1 + random.below(10)).join('\n');
  for (let left = 1 + random.below(5); left > 0; left--) text = mutate(random, text.slice(0, 800));
  return random.chance(0.1) ? text.replaceAll('\n', '\r\n') : text;
}

function mutate(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const mark = random.pick(MARKS);
  const lines = text.split('\n');
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + mark + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random.below(3));
    case 2:
      return text.slice(0, line) + mark + text.slice(line);
    case 3:
      return lines.toSpliced(random.below(lines.length), 0, mark + random.pick(MARKS)).join('\n');
    case 4:
      return lines.toSpliced(random.below(lines.length), 1).join('\n');
    case 5: {
      const [first, further] = random.pick(CONTAINERS);
      const prefix = (index: number) => (index === 0 ? first : random.chance(0.9) ? further : '');
      return lines.map((text, index) => prefix(index) + text).join('\n');
    }
    default:
      return text.slice(0, at) + random.pick(['', '\n', '\n\n']) + text.slice(random.below(at + 1));
  }
}
