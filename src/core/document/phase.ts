import type {Phase} from './runbook';

const WORDS: readonly (readonly [RegExp, Phase])[] = [
  [/^symptoms?\b/i, 'symptoms'],
  [/^(?:diagnos\w+|investigat\w+|triage)\b/i, 'diagnosis'],
  [/^(?:resolutions?|resolve|remediation|mitigations?|recovery|fix(?:es)?)\b/i, 'resolution'],
  [/^(?:verification|verify|validation)\b/i, 'verification'],
  [/^(?:prevention|prevent|follow[- ]?up)\b/i, 'prevention'],
];

/** A heading as far as phases go; a bold line is a heading of the lowest depth. */
export type PhaseHeading = {readonly depth: number; readonly text: string; readonly offset: number};

/** The depth of a paragraph that is bold from end to end, such as `**Diagnosis:**`. */
export const BOLD_DEPTH = 7;

/**
 * The phase at an offset: that of the nearest heading above which names one, as long as no
 * heading of the same depth or above has closed its section.
 */
export function phaseAt(headings: readonly PhaseHeading[], offset: number): Phase | null {
  let depth = Infinity;
  for (let at = headings.length - 1; at >= 0; at--) {
    const heading = headings[at];
    if (heading === undefined || heading.offset > offset || heading.depth > depth) continue;
    const phase = phaseOfHeading(heading.text);
    if (phase !== null) return phase;
    depth = heading.depth === BOLD_DEPTH ? depth : heading.depth - 1;
  }
  return null;
}

function phaseOfHeading(text: string): Phase | null {
  return WORDS.find(([words]) => words.test(text.trim()))?.[1] ?? null;
}
