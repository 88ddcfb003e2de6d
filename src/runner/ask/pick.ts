/** Something to pick. It is found by its label, by its detail and by its keywords. */
export type PickItem = {
  readonly label: string;
  /** Shown beside the label; may be empty. */
  readonly detail: string;
  readonly keywords: readonly string[];
};

export type PickState = {
  readonly items: readonly PickItem[];
  readonly filter: string;
  /** Which of the matching rows is lit. */
  readonly at: number;
  /** True if the person may take what was typed although no item has it as its label. */
  readonly takesTyped: boolean;
};

export type PickKey =
  | {readonly kind: 'text'; readonly text: string}
  | {
      readonly kind: 'up' | 'down' | 'enter' | 'escape' | 'erase' | 'clear' | 'stop' | 'unknown';
    };

/** `canceled` goes back, `stop` ends everything. */
export type PickReply =
  | {readonly kind: 'picked'; readonly item: PickItem}
  | {readonly kind: 'typed'; readonly text: string}
  | {readonly kind: 'canceled'}
  | {readonly kind: 'stop'};

/** A row of the list: an item, or the text as it was typed. */
export type PickRow = Extract<PickReply, {readonly kind: 'picked' | 'typed'}>;

/** The rows that the filter leaves, the best ones first. */
export function pickRows({items, filter, takesTyped}: PickState): readonly PickRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = items
    .map(item => ({item, rank: rankOf(item, words)}))
    .filter(({rank}) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const rows = ranked.map(({item}) => ({kind: 'picked', item}) as const);
  const typed = filter.trim();
  const isTaken = !takesTyped || typed === '' || items.some(({label}) => label === typed);
  return isTaken ? rows : [...rows, {kind: 'typed', text: typed}];
}

/** What a key makes of the state, or the answer that it gives. */
export function pressKey(state: PickState, key: PickKey): PickState | PickReply {
  const {filter, at} = state;
  const rows = pickRows(state);
  switch (key.kind) {
    case 'text':
      return {...state, filter: filter + key.text, at: 0};
    case 'erase':
      return {...state, filter: [...filter].slice(0, -1).join(''), at: 0};
    case 'clear':
      return {...state, filter: '', at: 0};
    case 'up':
      return {...state, at: Math.max(0, at - 1)};
    case 'down':
      return {...state, at: Math.max(0, Math.min(rows.length - 1, at + 1))};
    case 'enter':
      return rows[at] ?? state;
    case 'escape':
      return filter === '' ? {kind: 'canceled'} : {...state, filter: '', at: 0};
    case 'stop':
      return {kind: 'stop'};
    case 'unknown':
      return state;
  }
}

/** Undefined where a word is nowhere in the item. Small is good: the label itself, its beginning. */
function rankOf({label, detail, keywords}: PickItem, words: readonly string[]): number | undefined {
  const name = label.toLowerCase();
  const all = [name, detail.toLowerCase(), ...keywords.map(keyword => keyword.toLowerCase())];
  if (!words.every(word => all.some(text => text.includes(word)))) return undefined;
  const [first = ''] = words;
  if (name === first) return 0;
  if (name.startsWith(first)) return 1;
  return name.includes(first) ? 2 : 3;
}
