/** What the process says to its caller; the same for every command and every format. */
export const EXIT_CODES = {
  /** Nothing to complain of; every step succeeded. */
  ok: 0,
  /** The lint has findings, or a step failed. */
  failed: 1,
  /** Bad arguments or configuration; nothing was done. */
  usage: 2,
  /** Our bug. */
  bug: 3,
  /** Ended by Ctrl-C (128 + SIGINT). */
  interrupted: 130,
  /** Ended by SIGTERM (128 + 15). */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
