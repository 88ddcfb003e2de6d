import {createContext, useContext, useEffect, useMemo, useState} from 'react';
import type {ReactNode} from 'react';
import {readTab, writeTab} from '../tab-storage';

/** What is ticked on one page in this tab, by the names of its manual steps. */
export type Checklist = {
  readonly ticks: ReadonlyMap<string, boolean>;
  readonly tick: (name: string, isTicked: boolean) => void;
  readonly clear: () => void;
};

type Ticks = Checklist['ticks'];

const ChecklistContext = createContext<Checklist>({ticks: new Map(), tick() {}, clear() {}});

export function useChecklist(): Checklist {
  return useContext(ChecklistContext);
}

/** Keeps the ticks of one page for as long as its browser tab is open: for one incident. */
export function ChecklistProvider({
  page,
  children,
}: {
  readonly page: string;
  readonly children: ReactNode;
}) {
  const key = `runbook.ticks ${page}`;
  const [ticks, setTicks] = useState<Ticks>(new Map());
  // Not while rendering: the page of the server does not know the tab.
  useEffect(
    () => setTicks(new Map(readTab(key).map(([name, state]) => [name, state === 'x']))),
    [key],
  );
  const shared = useMemo<Checklist>(() => {
    const keep = (next: Ticks) => {
      writeTab(
        key,
        [...next].map(([name, isTicked]) => [name, isTicked ? 'x' : ''] as const),
      );
      setTicks(next);
    };
    return {
      ticks,
      tick: (name, isTicked) => keep(new Map([...ticks, [name, isTicked]])),
      clear: () => keep(new Map()),
    };
  }, [key, ticks]);
  return <ChecklistContext.Provider value={shared}>{children}</ChecklistContext.Provider>;
}
