import routes from '@generated/routes';
import {useHistory, useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useEffect} from 'react';

/**
 * The alert that the address asks for, if it is one below `/alerts/`. Where the alert has a page
 * under another spelling, the browser goes there.
 */
export function useUnknownAlert(): string | undefined {
  const history = useHistory();
  const {pathname, search, hash} = useLocation();
  const base = useBaseUrl('/alerts/');
  // The page was rendered without knowing its address.
  const isBrowser = useIsBrowser();
  const name = isBrowser ? alertIn(pathname, base) : undefined;
  const known = name === undefined ? undefined : spelling(name, base);
  useEffect(() => {
    if (known !== undefined) history.replace(`${known}${search}${hash}`);
  }, [history, known, search, hash]);
  return name;
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

/** Every alert has a page in lower case. */
function spelling(name: string, base: string): string | undefined {
  const wanted = `${base}${name.toLowerCase()}`;
  return routes.map(({path}) => path).find(path => path.replace(/\/$/, '') === wanted);
}
