/** The part of an address behind `#`: an anchor, values of inputs, or both: `#step&v.POD=web-1`. */
export type Fragment = {
  readonly anchor: string;
  readonly values: ReadonlyMap<string, string>;
};

const VALUE = /^v\.(\w+)=/;

/** Reads what anybody may have written; says nothing of whether the page has such inputs. */
export function readFragment(hash: string): Fragment {
  const parts = hash.replace(/^#/, '').split('&');
  const values = parts.flatMap(part => {
    const name = VALUE.exec(part)?.[1];
    // As in a form, so that `+` is a space, and a `%` that stands for nothing stays one.
    const value = new URLSearchParams(part).get(`v.${name}`);
    return name === undefined || value === null ? [] : [[name, value] as const];
  });
  const anchors = parts.filter(part => !VALUE.test(part));
  return {anchor: anchors.join('&'), values: new Map(values)};
}

/** The fragment without the values of these inputs; empty if nothing is left. */
export function withoutValues(hash: string, names: ReadonlySet<string>): string {
  const parts = hash.replace(/^#/, '').split('&');
  const kept = parts.filter(part => !names.has(VALUE.exec(part)?.[1] ?? ''));
  return kept.join('&') === '' ? '' : `#${kept.join('&')}`;
}
