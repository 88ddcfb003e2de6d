import type {Nodes} from 'mdast';
import {classOf} from './characters';

const BARE_URL = /(?<![\da-z])(https?:\/\/|www(?=\.))([\w-]*\.[\w\-.]*)/gi;
/** So many beginnings in one text are suspect themselves. */
const MOST = 200;
const MAIL_TEXT = /[\w+\-.]@[\w-]+\.[\w-]/;

/**
 * True when text is left that looks like a bare URL or address. Remark makes links without a place
 * of some of them, which is not done here.
 */
export function hasUnplacedLink(node: Nodes): boolean {
  if (node.type === 'text') return isSuspect(node.value);
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return false;
  return node.children.some(hasUnplacedLink);
}

function isSuspect(value: string): boolean {
  if (value.includes('@') && isMail(value)) return true;
  return (value.includes('://') || /www\./i.test(value)) && isUrl(value);
}

function isUrl(value: string): boolean {
  BARE_URL.lastIndex = 0;
  for (let count = 0; count < MOST; count++) {
    const match = BARE_URL.exec(value);
    if (match === null) return false;
    const {index, 1: protocol = '', 2: domain = ''} = match;
    const isStart = index === 0 || classOf(value.charCodeAt(index - 1)) !== 'other';
    const host = /^w/i.test(protocol) ? protocol + domain : domain;
    if (isStart && isHost(host)) return true;
    BARE_URL.lastIndex = index + 1;
  }
  return true;
}

/** The last two parts hold a letter or a digit and no underscore. */
function isHost(host: string): boolean {
  if (classOf(host.charCodeAt(0)) === 'punctuation') return false;
  const parts = host.split('.').slice(-2);
  return parts.length > 1 && parts.every(part => part === '' || /^[^_]*[\da-z][^_]*$/i.test(part));
}

/** Names end in a letter; `package@1.2.3` is no address. */
function isMail(value: string): boolean {
  if (!MAIL_TEXT.test(value)) return false;
  return [...value.matchAll(/@([\w-]+(?:\.[\w-]+)+)/g)].some(
    ({1: host}) => !/[\d\-_]$/.test(host ?? ''),
  );
}
