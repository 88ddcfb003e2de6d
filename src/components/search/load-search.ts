import type {Search} from '../../../plugins/docusaurus-runbooks/client';

let loading: Promise<Search> | undefined;

/**
 * Loads the search once, when it is first wanted. Both parts are chunks of the bundle and not
 * files to fetch, so that it works in development and from a disk too.
 */
export function loadSearch(): Promise<Search> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Search> {
  const [{prepareSearch}, {default: documents}] = await Promise.all([
    import('../../../plugins/docusaurus-runbooks/client/search'),
    import('@generated/docusaurus-runbooks/default/search.json'),
  ]);
  return prepareSearch(documents);
}
