/** Tells the words of a list; one that ends in `*` stands for all that begin with the rest of it. */
export function wordMatcher(words: readonly string[]): (word: string) => boolean {
  const whole = new Set(words);
  const beginnings = words.filter(word => word.endsWith('*')).map(word => word.slice(0, -1));
  return word => whole.has(word) || beginnings.some(beginning => word.startsWith(beginning));
}
