import {useEffect, useState} from 'react';
import type {Input} from '../../core';
import type {RegexCheck} from './input-state';

const refuse: RegexCheck = () => false;

/** Knows RE2 as soon as its engine is loaded, which happens on pages that need it only. */
export function useRegexCheck(inputs: readonly Input[]): RegexCheck {
  const [check, setCheck] = useState<RegexCheck>(() => refuse);
  const isNeeded = inputs.some(({type}) => type === 'regex');
  useEffect(() => {
    if (isNeeded) loadCheck().then(loaded => setCheck(() => loaded), ignore);
  }, [isNeeded]);
  return check;
}

async function loadCheck(): Promise<RegexCheck> {
  const {RE2JS} = await import('re2js');
  return value => {
    try {
      RE2JS.compile(value);
      return true;
    } catch {
      return false;
    }
  };
}

/** Without the engine no regular expression is accepted, which the field says. */
function ignore(): void {}
