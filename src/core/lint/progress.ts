import type {LintNode} from './node';

/** What a lint tells while it is at work, for progress and statistics. */
export type LintEvent =
  | {
      readonly kind: 'phase';
      /** What begins now. */
      readonly phase: LintPhase;
    }
  | ({readonly kind: 'checked'; readonly path: string} & Contents);

export const LINT_PHASES = ['inventory', 'parse', 'rules'] as const;

export type LintPhase = (typeof LINT_PHASES)[number];

/** What the rules have seen of a file. */
export type Contents = {
  readonly blocks: number;
  readonly commands: number;
  readonly queries: number;
};

type Counts = {-readonly [Key in keyof Contents]: number};

export function noContents(): Counts {
  return {blocks: 0, commands: 0, queries: 0};
}

export function countNode(counts: Counts, {kind}: LintNode): void {
  if (kind === 'block') counts.blocks += 1;
  else if (kind === 'command') counts.commands += 1;
  else if (kind === 'query') counts.queries += 1;
}
