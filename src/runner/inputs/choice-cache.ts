import type {Choices} from './choices';

const FRESH_MS = 30_000;

type Kept = {readonly at: number; readonly choices: Choices};

/** What choices commands have printed of late, for each run by itself. */
const runs = new WeakMap<object, Map<string, Kept>>();

/**
 * The choices that are known under a key for less than 30 seconds, else those that `gather` finds.
 * A command that failed is tried again.
 */
export async function rememberChoices(
  {run, key, now}: {readonly run: object; readonly key: string; readonly now: () => number},
  gather: () => Promise<Choices>,
): Promise<Choices> {
  const known = runs.get(run) ?? new Map<string, Kept>();
  runs.set(run, known);
  const kept = known.get(key);
  if (kept !== undefined && now() - kept.at < FRESH_MS) return kept.choices;
  const choices = await gather();
  if (choices.unavailable === null) known.set(key, {at: now(), choices});
  return choices;
}
