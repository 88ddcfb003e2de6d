/** What a lint tells while it is at work, for progress and statistics. */
export type LintEvent =
  | {
      readonly kind: 'phase';
      /** What begins now. */
      readonly phase: LintPhase;
    }
  | ({readonly kind: 'checked'; readonly path: string} & Contents);

export const LINT_PHASES = ['parse', 'inventory', 'rules'] as const;

export type LintPhase = (typeof LINT_PHASES)[number];

/** What the rules have seen of a file. */
export type Contents = {
  readonly blocks: number;
  readonly commands: number;
  readonly queries: number;
};

type Counted = {readonly kind: string};

/** Passes nodes on and counts them; the count is complete when the last one is taken. */
export function countNodes<N extends Counted>(
  nodes: Iterable<N>,
): {readonly nodes: Iterable<N>; readonly contents: () => Contents} {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.get(kind) ?? 0;
  function* counted(): Generator<N> {
    for (const node of nodes) {
      counts.set(node.kind, count(node.kind) + 1);
      yield node;
    }
  }
  return {
    nodes: counted(),
    contents: () => ({
      blocks: count('block'),
      commands: count('command'),
      queries: count('query'),
    }),
  };
}
