import {STAR, TILDE, UNDERSCORE, classOf, skipRun} from './characters';
import {type Run, type Scanner, flush} from './scanner';

/** Takes a run of `*`, `_` or `~`, and notes whether it can open and close. */
export function takeRun(scanner: Scanner, at: number, marker: number): number {
  const {text, items} = scanner;
  const end = skipRun(text, at, marker);
  if (marker === TILDE && end - at > 2) return end;
  flush(scanner, at);
  items.push(marker === TILDE ? deletionRun(text, at, end) : emphasisRun(text, at, end));
  scanner.from = end;
  return end;
}

function deletionRun(text: string, start: number, end: number): Run {
  const before = classOf(text.charCodeAt(start - 1));
  const after = classOf(text.charCodeAt(end));
  return {
    kind: 'run',
    marker: TILDE,
    start,
    end,
    canOpen: after === 'other' || (after === 'punctuation' && before !== 'other'),
    canClose: before === 'other' || (before === 'punctuation' && after !== 'other'),
  };
}

function emphasisRun(text: string, start: number, end: number): Run {
  const marker = text.charCodeAt(start);
  const previous = text.charCodeAt(start - 1);
  const next = text.charCodeAt(end);
  const before = classOf(previous);
  const after = classOf(next);
  const isLeft =
    after === 'other' || (after === 'punctuation' && before !== 'other') || next === TILDE;
  const isRight =
    before === 'other' || (before === 'punctuation' && after !== 'other') || previous === TILDE;
  if (marker === STAR) {
    return {kind: 'run', marker, start, end, canOpen: isLeft, canClose: isRight};
  }
  return {
    kind: 'run',
    marker: UNDERSCORE,
    start,
    end,
    canOpen: isLeft && (before !== 'other' || !isRight),
    canClose: isRight && (after !== 'other' || !isLeft),
  };
}
