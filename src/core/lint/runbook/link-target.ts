/** A link that stays in the project: a path beside this file, a fragment, or both. */
export type LinkTarget = {
  /** Relative as the paths of the files are; that of this file for a fragment alone. */
  readonly path: string;
  /** The path as written. */
  readonly written: string;
  /** Decoded, without its `#`; undefined if there is none. */
  readonly fragment: string | undefined;
};

/** Undefined for what leaves the project or is decided by the site: other hosts, `/absolute`, templates. */
export function linkTarget(url: string, from: string): LinkTarget | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\\|@|~)/i.test(url) || /\{\{|\{%|<%|\$\{|%7B/i.test(url))
    return undefined;
  const [address = '', ...fragments] = url.split('#');
  const written = decode(address.replace(/\?.*$/, ''));
  if (written === undefined) return undefined;
  const fragment = fragments.length === 0 ? undefined : decode(fragments.join('#'));
  if (written === '') return address === '' ? {path: from, written, fragment} : undefined;
  const path = join(from, written);
  return path === undefined ? undefined : {path, written, fragment};
}

/** Undefined where `..` leaves the folder that all paths are relative to. */
function join(from: string, to: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..' && (parts.length === 0 || parts.at(-1) === '..')) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
