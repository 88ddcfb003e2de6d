import {createContext, useContext, useEffect, useMemo, useState} from 'react';
import type {ReactNode} from 'react';
import type {Input} from '../../core';
import type {Fillings} from '../../core/inputs';
import {useGivenValues} from './given-values';
import {fillingOf, stateOf} from './input-state';
import type {InputState} from './input-state';
import {useRegexCheck} from './use-regex-check';

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
  const isRegex = useRegexCheck(inputs);
  const given = useGivenValues(page, inputs, isRegex);
  const shared = useMemo<PageInputs>(() => {
    const {values, fragment, refused, give, clear} = given;
    const named = inputs.map(
      input => [input.name, stateOf(input, values.get(input.name), isRegex)] as const,
    );
    return {
      states: new Map(named),
      fillings: new Map(named.map(([name, state]) => [name, fillingOf(state)] as const)),
      isGiven: values.size > 0 || refused.length > 0,
      refused,
      anchor: fragment.values.size > 0 ? fragment.anchor : '',
      declare,
      change: give,
      clear,
    };
  }, [inputs, given, isRegex]);
  const {anchor} = shared;
  useEffect(() => {
    if (anchor !== '') document.getElementById(anchor)?.scrollIntoView();
  }, [anchor]);
  return <InputsContext.Provider value={shared}>{children}</InputsContext.Provider>;
}
