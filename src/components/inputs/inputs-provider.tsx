import {useLocation} from '@docusaurus/router';
import {createContext, useContext, useEffect, useMemo, useState} from 'react';
import type {ReactNode} from 'react';
import type {Input} from '../../core';
import type {Fillings} from '../../core/inputs';
import {readTab, writeTab} from '../tab-storage';
import {readFragment, withoutValues} from './fragment';
import {acceptedValues, fillingOf, stateOf} from './input-state';
import type {Given, InputState} from './input-state';
import {useRegexCheck} from './use-regex-check';

type Values = ReadonlyMap<string, Given>;

export type PageInputs = {
  /** By name, in the order of their declaration. */
  readonly states: ReadonlyMap<string, InputState>;
  readonly fillings: Fillings;
  /** True where a link or this tab has given something. */
  readonly isGiven: boolean;
  /** Inputs of the page for which the link has a value that does not fit. */
  readonly refused: readonly string[];
  /** The anchor of a link that has values too, which the browser does not find by itself. */
  readonly anchor: string;
  readonly declare: (inputs: readonly Input[]) => void;
  readonly change: (name: string, text: string) => void;
  readonly clear: () => void;
};

const EMPTY: Values = new Map();
const NONE: readonly never[] = [];

const InputsContext = createContext<PageInputs>({
  states: new Map(),
  fillings: new Map(),
  isGiven: false,
  refused: NONE,
  anchor: '',
  declare() {},
  change() {},
  clear() {},
});

export function useInputs(): PageInputs {
  return useContext(InputsContext);
}

/** Holds the values of the inputs of one page; its blocks and its bar share them. */
export function InputsProvider({
  page,
  children,
}: {
  readonly page: string;
  readonly children: ReactNode;
}) {
  const [inputs, declare] = useState<readonly Input[]>(NONE);
  const [values, setValues] = useState<Values>(EMPTY);
  const [refused, setRefused] = useState<readonly string[]>(NONE);
  const [anchor, setAnchor] = useState('');
  const isRegex = useRegexCheck(inputs);
  const {hash} = useLocation();
  const key = `runbook.inputs ${page}`;

  // Not while rendering: the page of the server knows neither the fragment nor the tab.
  useEffect(() => {
    const fragment = readFragment(window.location.hash);
    setAnchor(fragment.values.size > 0 ? fragment.anchor : '');
    const accepted = acceptedValues(fragment.values, inputs, isRegex);
    setRefused(
      inputs.map(({name}) => name).filter(name => fragment.values.has(name) && !accepted.has(name)),
    );
    setValues(before => store(key, new Map([...readGiven(key), ...before, ...accepted])));
  }, [key, inputs, isRegex, hash]);
  useEffect(() => {
    if (anchor !== '') document.getElementById(anchor)?.scrollIntoView();
  }, [anchor, inputs]);

  const shared = useMemo<PageInputs>(() => {
    const states = new Map(
      inputs.map(input => [input.name, stateOf(input, values.get(input.name), isRegex)] as const),
    );
    return {
      states,
      fillings: new Map([...states].map(([name, state]) => [name, fillingOf(state)] as const)),
      isGiven: values.size > 0,
      refused,
      anchor,
      declare,
      change(name, text) {
        dropFromAddress(new Set([name]));
        setValues(before => store(key, new Map([...before, [name, {text, origin: 'tab'}]])));
      },
      clear() {
        dropFromAddress(new Set(inputs.map(input => input.name)));
        setRefused(NONE);
        setValues(() => store(key, EMPTY));
      },
    };
  }, [inputs, values, isRegex, refused, anchor, key]);
  return <InputsContext.Provider value={shared}>{children}</InputsContext.Provider>;
}

function readGiven(key: string): readonly (readonly [string, Given])[] {
  return readTab(key).map(([name, kept]) => {
    const origin = kept.startsWith('link ') ? 'link' : 'tab';
    return [name, {text: kept.slice(kept.indexOf(' ') + 1), origin}] as const;
  });
}

function store(key: string, values: Values): Values {
  writeTab(
    key,
    [...values].map(([name, {origin, text}]) => [name, `${origin} ${text}`] as const),
  );
  return values;
}

/** What a reader has changed is no longer from the link, not after a reload either. */
function dropFromAddress(names: ReadonlySet<string>): void {
  const {pathname, search, hash} = window.location;
  const left = withoutValues(hash, names);
  if (left === hash) return;
  window.history.replaceState(window.history.state, '', `${pathname}${search}${left}`);
}
