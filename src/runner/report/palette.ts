/** Colours by meaning. */
export type Palette = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly effect: Readonly<Record<'read' | 'change' | 'destroy', (text: string) => string>>;
};

export function palette({color}: {readonly color: boolean}): Palette {
  const code = (open: number, close: number) => (text: string) =>
    color ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    good: code(32, 39),
    bad: code(31, 39),
    effect: {read: code(36, 39), change: code(33, 39), destroy: code(31, 39)},
  };
}
