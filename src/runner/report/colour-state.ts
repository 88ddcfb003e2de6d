/** More than this cannot be seen to differ. */
const LONGEST_STATE = 256;

/** Concealed text would be there for programs and not for the person. */
const CONCEAL = '8';

/** How many parameters follow `38`, `48` and `58` for a colour of 256 and of 24 bits. */
const COLOUR_PARAMETERS: Readonly<Record<string, number>> = {'5': 2, '2': 4};

/** The parameters that are shown; null where none is left of those that were there. */
export function shownSgr(parameters: string): string | null {
  const all = parameters.split(';');
  const shown: string[] = [];
  for (let index = 0; index < all.length; index++) {
    const parameter = all[index] ?? '';
    const isColour = /^0*(?:38|48|58)$/.test(parameter);
    const more = isColour ? (COLOUR_PARAMETERS[(all[index + 1] ?? '').replace(/^0+/, '')] ?? 0) : 0;
    if (parameter.replace(/^0+/, '').split(':')[0] !== CONCEAL)
      shown.push(...all.slice(index, index + 1 + more));
    index += more;
  }
  return shown.length === 0 ? null : shown.join(';');
}

/** The sequences that bring back a colour, after one more: nothing after a reset. */
export function sgrAfter(colour: string, parameters: string): string {
  if (/^0*$/.test(parameters)) return '';
  const sequence = `\u001B[${parameters}m`;
  if (/^0*;/.test(parameters)) return sequence;
  const added = colour + sequence;
  return added.length > LONGEST_STATE ? sequence : added;
}
