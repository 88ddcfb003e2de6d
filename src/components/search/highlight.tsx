import {splitMatches} from './snippet';

/** The text with the words of the query marked where they are written. */
export function Highlight({text, query}: {readonly text: string; readonly query: string}) {
  return splitMatches(text, query).map(({at, part, isMatch}) =>
    isMatch ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  );
}
