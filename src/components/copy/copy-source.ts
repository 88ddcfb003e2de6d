import {createContext, useContext} from 'react';
import type {InputUse} from '../../core';

export type CopySource =
  /** A block that is no step: its frame is the theme's, with our button in it. */
  | {readonly kind: 'block'; readonly text: string}
  /** The frame of the step has the button already. */
  | {readonly kind: 'step'; readonly uses: readonly InputUse[]};

const CopySourceContext = createContext<CopySource | undefined>(undefined);

export const CopySourceProvider = CopySourceContext.Provider;

/** What the code block around the caller copies; undefined where it is no plain text. */
export function useCopySource(): CopySource | undefined {
  return useContext(CopySourceContext);
}
