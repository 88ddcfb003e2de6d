/** A mistake that the person at the keyboard can mend; printed without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What to type next. */
  readonly hint: string | undefined;

  constructor(message: string, options: {readonly hint?: string; readonly cause?: unknown} = {}) {
    super(message, {cause: options.cause});
    this.hint = options.hint;
  }
}
