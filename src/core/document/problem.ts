import type {Span} from './place';

/**
 * Something in a document that keeps it from meaning what its author meant. The parser says what
 * it found as a code with data; the lint has the words.
 */
export type Problem = {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly span: Span;
  /** What was found, and where the schema knows it, what was expected. */
  readonly found: string;
  readonly expected: string;
};

export type ProblemCode =
  | 'front-matter-syntax'
  | 'front-matter-value'
  | 'tag-syntax'
  | 'tag-value'
  | 'unclosed-fence'
  | 'unreadable-mdx'
  | 'too-deep';
