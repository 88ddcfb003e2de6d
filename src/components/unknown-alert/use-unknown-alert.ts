import {useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';

/**
 * The alert that the address asks for, if it is one below `/alerts/`. Other spellings of a known
 * alert do not come here: the router finds a page in any case.
 */
export function useUnknownAlert(): string | undefined {
  const {pathname} = useLocation();
  const base = useBaseUrl('/alerts/');
  // The page was rendered without knowing its address.
  const isBrowser = useIsBrowser();
  return isBrowser ? alertIn(pathname, base) : undefined;
}

function alertIn(pathname: string, base: string): string | undefined {
  const [name, ...rest] = pathname.startsWith(base) ? pathname.slice(base.length).split('/') : [];
  if (!name || rest.some(part => part !== '')) return undefined;
  return decode(name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
