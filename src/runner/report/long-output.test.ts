import {describe, expect, it} from 'vitest';
import type {FramedOutput} from './framed-output';
import {longOutput} from './long-output';

function shown({isTerminal = true} = {}) {
  const said: string[] = [];
  let status = '';
  const screen: FramedOutput = {
    output: ({bytes}) => Promise.resolve(void said.push(Buffer.from(bytes).toString())),
    endOutput: () => Promise.resolve(),
    talk: lines => Promise.resolve(void said.push(...lines)),
    status: line => Promise.resolve(void (status = line)),
  };
  const {output, end} = longOutput(screen, {
    isTerminal: () => isTerminal,
    whereAllIs: step => `show ${step}`,
  });
  const put = (text: string, stream: 'stdout' | 'stderr' = 'stdout') =>
    output({step: 'a', stream, bytes: Buffer.from(text), bar: '| '});
  return {put, end: () => end('a'), said: () => said.join(''), status: () => status};
}

function lines(from: number, to: number): string {
  return Array.from({length: to - from + 1}, (_, index) => `line ${from + index}\n`).join('');
}

describe('long output on a terminal', () => {
  it('is shown by its head and its tail', async () => {
    const {put, end, said, status} = shown();
    await put(lines(1, 150));
    await put(lines(151, 700), 'stderr');
    expect(said()).toBe(lines(1, 200));
    expect(status()).toBe('  ┆ 500 lines (4.5 KB) held back, now: line 700');
    await put(lines(701, 1000));
    await end();
    expect(said()).toBe(
      `${lines(1, 200)}  ┆ 750 lines (6.8 KB) not shown; all of it: show a${lines(951, 1000)}`,
    );
  });

  it('is shown whole where the tail joins the head', async () => {
    const {put, end, said} = shown();
    for (let line = 1; line <= 250; line++) await put(lines(line, line));
    await end();
    expect(said()).toBe(lines(1, 250));
  });

  it('needs no line end, and no memory', async () => {
    const {put, end, said} = shown();
    for (let piece = 0; piece < 2000; piece++) await put('x'.repeat(65_536));
    await put('the end');
    await end();
    expect(said().length).toBeLessThan(200_000);
    expect(said()).toMatch(/^x{65536} {2}┆ 130 MB not shown; all of it: show ax+the end$/);
  });
});

describe('long output elsewhere', () => {
  it('is passed on whole', async () => {
    const {put, end, said} = shown({isTerminal: false});
    await put(lines(1, 1000));
    await end();
    expect(said()).toBe(lines(1, 1000));
  });
});
