export const KINDS = ['markdown', 'command', 'query'] as const;

/** What the text is taken for. */
export type Kind = (typeof KINDS)[number];

/** In UTF-16 units; a page of the size of a book is not pasted to be looked at. */
export const LONGEST_TEXT = 50_000;
