import {KINDS} from './kinds';
import type {Kind} from './kinds';

/** What a link asks the playground to show. Everything in it comes from strangers. */
export type Asked = {
  readonly text: string | undefined;
  readonly kind: Kind | undefined;
  /** The id of a rule whose bad example is to be shown. */
  readonly rule: string | undefined;
};

/** Reads `?rule=area/name` and `#code=…&kind=…`; what is too long is passed over. */
export function readLink(search: string, hash: string, longest: number): Asked {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const code = fragment.get('code') ?? undefined;
  return {
    text: code !== undefined && code.length <= longest ? code : undefined,
    kind: KINDS.find(kind => kind === fragment.get('kind')),
    rule: new URLSearchParams(search).get('rule') ?? undefined,
  };
}

/** The fragment that shows the text again; it never reaches a server. */
export function linkFor(text: string, kind: Kind): string {
  return `#${new URLSearchParams({code: text, kind}).toString()}`;
}
