import {useEffect, useState} from 'react';
import type {
  Search,
  SearchDocument,
  SearchFacet,
} from '../../../plugins/docusaurus-runbooks/client';
import {loadSearch} from './load-search';

export type SearchState = {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly results: readonly SearchDocument[];
};

type Loaded =
  {readonly status: 'loading' | 'failed'} | {readonly status: 'ready'; readonly search: Search};

/** `wanted` starts loading the index; it is false until someone turns to the box. */
export function useSearch(
  query: string,
  {wanted, facet}: {readonly wanted: boolean; readonly facet: SearchFacet | undefined},
): SearchState {
  const [loaded, setLoaded] = useState<Loaded>({status: 'loading'});
  useEffect(() => {
    if (!wanted || loaded.status !== 'loading') return undefined;
    let isGone = false;
    loadSearch().then(
      search => isGone || setLoaded({status: 'ready', search}),
      () => isGone || setLoaded({status: 'failed'}),
    );
    return () => {
      isGone = true;
    };
  }, [wanted, loaded.status]);
  return {
    status: loaded.status,
    results: loaded.status === 'ready' ? loaded.search(query, facet) : [],
  };
}
