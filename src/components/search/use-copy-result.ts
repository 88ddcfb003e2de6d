import {translate} from '@docusaurus/Translate';
import {useState} from 'react';
import type {SearchDocument} from '../../../plugins/docusaurus-runbooks/client';
import {copyToClipboard} from '../copy';

type State =
  {readonly kind: 'idle'} | {readonly kind: 'copied' | 'failed'; readonly result: SearchDocument};

/** Copies the command or the expression of a result; `copyWords` says how that went. */
export function useCopyResult() {
  const [state, setState] = useState<State>({kind: 'idle'});
  const copy = (result: SearchDocument) => {
    copyToClipboard(result.code ?? '').then(
      () => setState({kind: 'copied', result}),
      () => setState({kind: 'failed', result}),
    );
  };
  return {
    copied: state.kind === 'copied' ? state.result : undefined,
    copy,
    copyWords: wordsOf(state),
  };
}

function wordsOf(state: State): string {
  if (state.kind === 'idle') return '';
  const {name = state.result.page} = state.result;
  if (state.kind === 'failed') {
    return translate({id: 'runbook.search.notCopied', message: 'Not copied: open {name}'}, {name});
  }
  return translate({id: 'runbook.search.copied', message: 'Copied {name}'}, {name});
}
