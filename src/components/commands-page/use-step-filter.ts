import {useHistory, useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {readFilter, writeFilter} from './step-filter';
import type {StepFilter} from './step-filter';

/** The filter lives in the address, so that a view can be linked. */
export function useStepFilter() {
  const history = useHistory();
  const {pathname, search} = useLocation();
  // The page was rendered without a query.
  const isReady = useIsBrowser();
  const filter: StepFilter = isReady ? readFilter(search) : {};
  const setFilter = (next: StepFilter) => {
    history.replace({pathname, search: writeFilter(next)});
  };
  return {filter, setFilter, isReady};
}
