const UNITS: Readonly<Record<string, number>> = {h: 3_600_000, m: 60_000, s: 1000, ms: 1};

/** Milliseconds of a duration such as `90s` or `1h30m`; undefined for any other text. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:h|ms|m|s))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)(h|ms|m|s)/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return total;
}

/** The same for a person, rounded to what matters: `340ms`, `4.2s`, `5m`, `1m 05s`, `2h 10m`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}ms`;
  if (milliseconds < 59_950) return `${Number((milliseconds / 1000).toFixed(1))}s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return parts(seconds, ['m', 's']);
  return parts(Math.round(seconds / 60), ['h', 'm']);
}

function parts(count: number, [large, small]: readonly [string, string]): string {
  const rest = count % 60;
  const whole = `${Math.floor(count / 60)}${large}`;
  return rest === 0 ? whole : `${whole} ${String(rest).padStart(2, '0')}${small}`;
}
