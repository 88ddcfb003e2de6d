import type {Random} from '../../../../scripts/random';

const SPLIT = /\s+|[A-Za-z_:][\w:]*|[\d.]+\w*|"(?:\\.|[^"\\])*"|[=!<>]=|=~|!~|[^]/g;
const INSERTS = [
  ...['(', ')', '[', ']', '{', '}', ',', ':', '"', "'", '`', '#', '@', '!', '=', '=~', '~', ';', '$x', '\\'],
  ...['+', '-', '^', '==', '<=', 'and', 'or', 'bool', 'on', 'ignoring', 'group_left', 'offset', 'by', 'without'],
  ...['sum', 'topk', 'rate', 'foo', '5m', '1', '0x', '1e', '.', '"s"', '[5m]', '[5m:]', '(a)', '{a="b"}', '()'],
  ...['start()', 'end', 'inf', 'NaN', ' ', '\n', '\t', 'é', '\u00a0', '日', 'foo:bar', 'atan2', '5m30', '1h_'],
];

/** The text with one to three small accidents. */
export function mutate(random: Random, text: string, others: readonly string[]): string {
  let tokens: string[] = text.match(SPLIT) ?? [];
  for (let left = 1 + random.below(3); left > 0; left -= 1) tokens = accident(random, tokens, others);
  return tokens.join('');
}

function accident(random: Random, tokens: string[], others: readonly string[]): string[] {
  const at = random.below(tokens.length + 1);
  const other = random.pick(others).match(SPLIT) ?? [];
  switch (random.below(8)) {
    case 0:
      return tokens.toSpliced(at, 1);
    case 1:
      return tokens.toSpliced(at, 0, random.pick(INSERTS));
    case 2:
      return tokens.toSpliced(at, 1, random.pick(INSERTS));
    case 3:
      return tokens.slice(0, at);
    case 4:
      return [...tokens.slice(0, at), ...other.slice(random.below(other.length))];
    case 5:
      return tokens.toSpliced(at, 0, ...tokens.slice(at, at + 1));
    case 6:
      return tokens.toSpliced(at, 2, ...tokens.slice(at, at + 2).toReversed());
    default:
      return dropCharacter(random, tokens.join('')).match(SPLIT) ?? [];
  }
}

function dropCharacter(random: Random, text: string): string {
  const characters = Array.from(text);
  return characters.toSpliced(random.below(characters.length), 1).join('');
}
