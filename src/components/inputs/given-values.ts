import {useLocation} from '@docusaurus/router';
import {useEffect, useMemo, useSyncExternalStore} from 'react';
import type {Input} from '../../core';
import {readPairs, useTab, writeTab} from '../tab-storage';
import {readFragment, withoutValues} from './fragment';
import type {Fragment} from './fragment';
import {acceptedValues} from './input-state';
import type {Given, RegexCheck} from './input-state';

type Values = ReadonlyMap<string, Given>;

export type GivenValues = {
  readonly values: Values;
  readonly fragment: Fragment;
  /** Inputs of the page for which the link has a value that does not fit. */
  readonly refused: readonly string[];
  readonly give: (name: string, text: string) => void;
  readonly clear: () => void;
};

/** What the link and this tab give to the inputs of a page; the newer of both counts. */
export function useGivenValues(
  page: string,
  inputs: readonly Input[],
  isRegex: RegexCheck,
): GivenValues {
  const key = `runbook.inputs ${page}`;
  const kept = useTab(key);
  const hash = useHash();
  const given = useMemo(() => {
    const fragment = readFragment(hash);
    const linked = acceptedValues(fragment.values, inputs, isRegex);
    const refused = inputs
      .map(({name}) => name)
      .filter(name => fragment.values.has(name) && !linked.has(name));
    return {fragment, linked, refused, values: new Map([...readGiven(kept), ...linked])};
  }, [kept, hash, inputs, isRegex]);
  const {fragment, linked, refused, values} = given;

  // The next click on an anchor takes the values out of the address.
  useEffect(() => {
    if (linked.size > 0) keep(key, values);
  }, [key, linked, values]);
  return useMemo(
    () => ({
      values,
      fragment,
      refused,
      give(name, text) {
        dropFromAddress(new Set([name]));
        keep(key, new Map([...values, [name, {text, origin: 'tab'}]]));
      },
      clear() {
        dropFromAddress(new Set(fragment.values.keys()));
        keep(key, new Map());
      },
    }),
    [key, values, fragment, refused],
  );
}

/** Of the address as it is now: the router is not told what is dropped from it. */
function useHash(): string {
  useLocation();
  return useSyncExternalStore(
    subscribeToHash,
    () => window.location.hash,
    () => '',
  );
}

function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function readGiven(kept: string): readonly (readonly [string, Given])[] {
  return readPairs(kept).map(([name, said]) => {
    const origin = said.startsWith('link ') ? 'link' : 'tab';
    return [name, {text: said.slice(said.indexOf(' ') + 1), origin}] as const;
  });
}

function keep(key: string, values: Values): void {
  writeTab(
    key,
    [...values].map(([name, {origin, text}]) => [name, `${origin} ${text}`] as const),
  );
}

/** What a reader has changed is no longer from the link, not after a reload either. */
function dropFromAddress(names: ReadonlySet<string>): void {
  const {pathname, search, hash} = window.location;
  const left = withoutValues(hash, names);
  if (left === hash) return;
  window.history.replaceState(window.history.state, '', `${pathname}${search}${left}`);
}
