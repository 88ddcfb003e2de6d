import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {pickRows, pressKey} from './pick';
import type {PickReply, PickState} from './pick';
import {pickKeys} from './pick-keys';
import {canPick, pickOnTerminal} from './pick-on-terminal';

const items = [
  {label: 'high-latency', detail: 'Requests are slow', keywords: ['HighLatency']},
  {label: 'db-slow', detail: '', keywords: ['latency']},
  {label: 'latency', detail: '', keywords: []},
];
const start: PickState = {items, filter: '', at: 0, takesTyped: true};

/** The labels that are left, or the answer. */
function after(typed: string, state: PickState = start): readonly string[] | PickReply {
  let now = state;
  for (const {key} of pickKeys(typed)) {
    const next = pressKey(now, key);
    if ('kind' in next) return next;
    now = next;
  }
  return pickRows(now).map(row => (row.kind === 'typed' ? `"${row.text}"` : row.item.label));
}

describe('a list to pick from', () => {
  it('is filtered by all words, in labels, details and keywords, the nearest first', () => {
    expect([after(''), after('lat'), after('SLOW re'), after('latency'), after('zzz')]).toEqual([
      ['high-latency', 'db-slow', 'latency'],
      ['latency', 'high-latency', 'db-slow', '"lat"'],
      ['high-latency', '"SLOW re"'],
      ['latency', 'high-latency', 'db-slow'],
      ['"zzz"'],
    ]);
  });

  it('is walked with arrows, which stop at its ends', () => {
    expect([
      after('\u001B[B\u001B[B\u001B[B\r'),
      after('\u001B[A\u001BOB\r'),
      after('lat\u001B[B\u007F\u007F\u007F\r'),
    ]).toEqual([
      {kind: 'picked', item: items[2]},
      {kind: 'picked', item: items[1]},
      {kind: 'picked', item: items[0]},
    ]);
  });

  it('gives what was typed where that is allowed and nothing else fits', () => {
    expect(after('web-9\r')).toEqual({kind: 'typed', text: 'web-9'});
    expect(after('web-9\r', {...start, takesTyped: false})).toEqual([]);
  });

  it('clears the filter at the first Esc, goes back at the second, and ends at Ctrl-C', () => {
    expect([after('lat\u001B'), after('lat\u001B\u001B'), after('lat\u0003')]).toEqual([
      ['high-latency', 'db-slow', 'latency'],
      {kind: 'canceled'},
      {kind: 'stop'},
    ]);
  });
});

function terminal() {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
  });
  let said = '';
  const talk = Object.assign(new PassThrough(), {isTTY: true, columns: 60});
  talk.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {stdin, talk, raw, said: () => said};
}

describe('the list on a terminal', () => {
  const {signal} = new AbortController();
  const question = {prompt: '  RUNBOOK: ', items, takesTyped: false};

  it('leaves one line with the answer, the terminal as it was, and the rest of the keys', async () => {
    const {stdin, talk, raw, said} = terminal();
    stdin.write('db\rnext');
    expect(await pickOnTerminal({stdin, talk}, question, signal)).toEqual({
      kind: 'picked',
      item: items[1],
    });
    expect({raw, rest: stdin.read()?.toString()}).toEqual({raw: [true, false], rest: 'next'});
    expect(said().endsWith('\u001B[J  RUNBOOK: db-slow\u001B[?7h\n')).toBe(true);
  });

  it('gives the terminal back when the run ends and at the end of the input', async () => {
    const controller = new AbortController();
    const first = terminal();
    const reply = pickOnTerminal(first, question, controller.signal);
    controller.abort();
    const second = terminal();
    second.stdin.end();
    expect([await reply, await pickOnTerminal(second, question, signal)]).toEqual([
      {kind: 'stop'},
      {kind: 'stop'},
    ]);
    expect([first.raw, second.raw]).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('is not for dumb terminals, pipes and streams without keys', () => {
    const {stdin, talk} = terminal();
    expect([
      canPick({stdin, talk, term: 'xterm'}),
      canPick({stdin, talk, term: 'dumb'}),
      canPick({stdin, talk: new PassThrough()}),
      canPick({stdin: new PassThrough(), talk}),
    ]).toEqual([true, false, false, false]);
  });
});
