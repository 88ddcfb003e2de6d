export type Random = () => number;

const INSERTIONS = [
  ...['"', "'", '`', '$(', ')', '(', '{', '}', '|', '||', '&', '&&', ';', ';;', '<', '>', '\\', '#', '\n'],
  ...['$', '${', ' ', ' if ', ' then ', ' fi ', ' do ', ' done ', ' case ', ' esac ', ' { ', ' } ', '!'],
  ...['<<E ', '=(', '[[ ', ' ]]', '((', '))', ' in ', ' for ', ' while '],
];

/** One to three small changes: a piece taken out, put in, doubled or moved. */
export function mutate(script: string, random: Random): string {
  const changes = 1 + below(3, random);
  let text = script;
  for (let at = 0; at < changes; at++) text = change(text, random);
  return text;
}

/** A linear congruential generator: the same scripts for the same seed on every machine. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function change(text: string, random: Random): string {
  const start = below(text.length + 1, random);
  const end = Math.min(text.length, start + 1 + below(6, random));
  const choice = random();
  if (choice < 0.4) return text.slice(0, start) + text.slice(end);
  const piece = choice < 0.85 ? INSERTIONS[below(INSERTIONS.length, random)] : text.slice(start, end);
  const to = below(text.length + 1, random);
  return text.slice(0, to) + (piece ?? '') + text.slice(to);
}
