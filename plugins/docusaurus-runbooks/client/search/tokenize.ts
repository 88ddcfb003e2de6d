/**
 * Words as people search for them in runbooks: identifiers and flags whole and in lower case.
 * `kubectl logs --previous` gives `kubectl`, `logs`, `--previous`.
 */
export function tokenizeQuery(text: string): readonly string[] {
  return wordsOf(text).map(word => word.toLowerCase());
}

/**
 * The same words, and for each the tails that begin at one of its parts: with
 * `http_requests_total` also `requests_total` and `total`. As a query matches the beginning of a
 * token, this finds any run of parts, and `LoopBackOff` in `CrashLoopBackOff`.
 */
export function tokenizeDocument(text: string): readonly string[] {
  const words = wordsOf(text).flatMap(word => [word].concat(tailsOf(word)));
  return [...new Set(words.map(word => word.toLowerCase()))];
}

/** Letters, digits and `_`, joined by single `-`, `.` or `:`, with the dashes of a flag in front. */
const WORD =
  /(?:(?<![\p{L}\p{N}_])-{1,2}(?=[\p{L}\p{N}]))?[\p{L}\p{N}_]+(?:[-.:][\p{L}\p{N}_]+)*/gu;

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Behind a joint, and where a capital follows a small letter or begins a word after capitals. */
const PART_START = /(?<=[-_.:])[\p{L}\p{N}]|(?<=[\p{Ll}\p{N}])\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})/gu;

function tailsOf(word: string): readonly string[] {
  return [...word.matchAll(PART_START)]
    .map(({index}) => word.slice(index))
    .filter(tail => tail.length > 1);
}

/** The parts that the identifiers of a query are made of: `Kube`, `Pod` and `Crash` of `KubePodCrash`. */
export function partsOf(query: string): readonly string[] {
  const parts = wordsOf(query).flatMap(word => {
    const starts = [0, ...[...word.matchAll(PART_START)].map(({index}) => index)];
    return starts.map((start, at) => word.slice(start, starts[at + 1]));
  });
  const words = parts.map(part => part.replace(/[-_.:]+$/, '').toLowerCase());
  return [...new Set(words)].filter(word => word.length > 2);
}
