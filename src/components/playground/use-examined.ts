import {useEffect, useState} from 'react';
import type {Examined} from './examine';
import {LONGEST_TEXT} from './kinds';
import type {Kind} from './kinds';

/** In milliseconds: long enough not to disturb the typing, short enough to seem at once. */
const PAUSE = 150;

export type Examination = {
  readonly text: string;
  readonly kind: Kind;
  readonly result: Examined;
};

/** Looks at the text whenever the typing rests; the core comes with the first look. */
export function useExamined(
  text: string,
  chosen: Kind | undefined,
): Examination | 'too-long' | undefined {
  const [examination, setExamination] = useState<Examination>();
  const isTooLong = text.length > LONGEST_TEXT;
  useEffect(() => {
    if (isTooLong) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void import('./examine').then(({examine, guessKind}) => {
        if (!isCurrent) return;
        const kind = chosen ?? guessKind(text);
        setExamination({text, kind, result: examine(text, kind)});
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, chosen, isTooLong]);
  return isTooLong ? 'too-long' : examination;
}
