import {useCallback, useEffect, useRef, useState} from 'react';
import {copyToClipboard} from './copy-to-clipboard';

export type CopyState = 'idle' | 'copied' | 'failed';

const SHOWN_MS = 1600;

export function useCopy(text: string | (() => string)): {
  readonly state: CopyState;
  readonly copy: () => void;
} {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<number>(undefined);
  const copy = useCallback(() => {
    const show = (next: CopyState) => {
      setState(next);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setState('idle'), SHOWN_MS);
    };
    copyToClipboard(typeof text === 'string' ? text : text()).then(
      () => show('copied'),
      () => show('failed'),
    );
  }, [text]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {state, copy};
}
