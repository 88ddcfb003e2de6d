import {createContext, useContext, useMemo} from 'react';
import type {ReactNode} from 'react';
import {readPairs, useTab, writeTab} from '../tab-storage';

/** What is ticked on one page in this tab, by the names of its manual steps. */
export type Checklist = {
  readonly ticks: ReadonlyMap<string, boolean>;
  readonly tick: (name: string, isTicked: boolean) => void;
  readonly clear: () => void;
};

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
  const kept = useTab(key);
  const shared = useMemo<Checklist>(() => {
    const ticks = new Map(readPairs(kept).map(([name, state]) => [name, state === 'x'] as const));
    return {
      ticks,
      tick(name, isTicked) {
        const pairs = [...ticks, [name, isTicked] as const];
        writeTab(key, new Map(pairs.map(([step, state]) => [step, state ? 'x' : ''] as const)));
      },
      clear: () => writeTab(key, []),
    };
  }, [key, kept]);
  return <ChecklistContext.Provider value={shared}>{children}</ChecklistContext.Provider>;
}
