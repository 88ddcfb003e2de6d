import {PassThrough} from 'node:stream';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {framedOutput} from './framed-output';

function screens({isTTY}: {isTTY: boolean}) {
  let text = '';
  const stream = () =>
    Object.assign(new PassThrough(), {isTTY, columns: 30}).on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const frame = framedOutput({stdout: stream(), stderr: stream()});
  const put = (stream: 'stdout' | 'stderr', output: string, bar = '| ') =>
    frame.output({stream, bytes: Buffer.from(output), bar});
  return {frame, put, text: () => text};
}

describe('output on a terminal', () => {
  it('stands behind a bar, however it is cut', async () => {
    const {put, text} = screens({isTTY: true});
    await put('stdout', 'a');
    await put('stdout', 'b\n\nc\n');
    await put('stdout', 'é$1');
    expect(text()).toBe('| ab\n| \n| c\n| é$1');
  });

  it('keeps the two streams, the steps and the talk to their own lines', async () => {
    const {frame, put, text} = screens({isTTY: true});
    await put('stdout', 'a');
    await put('stderr', 'b');
    await put('stderr', 'c\n', 'other| ');
    await put('stdout', 'd');
    await frame.talk(['talk']);
    expect(text()).toBe('| a\n| b\nother| c\n| d\ntalk\n');
  });

  it('takes the status line away before anything else', async () => {
    const {frame, text} = screens({isTTY: true});
    await frame.status('a status that is longer than the line');
    await frame.talk(['talk']);
    expect(text()).toBe('\r\u001B[2Ka status that is longer than \r\u001B[2Ktalk\n');
  });
});

describe('progress on a terminal', () => {
  it('shows the last state of a line that begins anew', async () => {
    const {put, text} = screens({isTTY: true});
    await put('stdout', '10%\r20%');
    await put('stdout', '\r30%');
    await put('stdout', '\r40%\rdone\nnext\r\n');
    expect(text()).toBe(`| 20%\r\u001B[2K| 30%\r\u001B[2K| done\n| next\n`);
  });

  it('begins a new line where the old one has wrapped', async () => {
    const {put, text} = screens({isTTY: true});
    await put('stdout', 'x'.repeat(28));
    await put('stdout', '\ry');
    expect(text()).toBe(`| ${'x'.repeat(28)}\n| y`);
  });
});

describe('colours on a terminal', () => {
  it('end where the talk begins, and go on after it', async () => {
    const {frame, put, text} = screens({isTTY: true});
    await put('stdout', '\u001B[31mred');
    await frame.talk(['talk']);
    await put('stdout', 'more\n');
    expect(text()).toBe('| \u001B[31mred\u001B[0m\ntalk\n| \u001B[31mmore\u001B[0m\n');
  });

  it('do not reach the next step', async () => {
    const {frame, put, text} = screens({isTTY: true});
    await put('stdout', '\u001B[31mred\n');
    await frame.endOutput('| ');
    await put('stdout', 'plain\n');
    expect(text()).toBe('| \u001B[31mred\u001B[0m\n| plain\n');
  });
});

it('leaves a command no way to the screen, whatever it writes and however it is cut', async () => {
  const piece = fc.oneof(
    fc.uint8Array({maxLength: 5}),
    fc
      .constantFrom('\u001B', '[', ']52;c;aa', '2J', 'm', '\r', '\n', '\u009B', '31', '\b')
      .map(written => new Uint8Array(Buffer.from(written))),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 20}), async pieces => {
      const {frame, text} = screens({isTTY: true});
      for (const bytes of pieces) await frame.output({stream: 'stdout', bytes, bar: '| '});
      await frame.endOutput('| ');
      // oxlint-disable-next-line no-control-regex
      const rest = text().replaceAll(/\r\u001B\[2K|\u001B\[[\d;:]*m|[\n\t]/g, '');
      expect(rest).not.toMatch(/\p{Cc}/u);
    }),
    {numRuns: 500, seed: 7},
  );
});

describe('output elsewhere', () => {
  it('is byte for byte what the command wrote', async () => {
    const {frame, put, text} = screens({isTTY: false});
    await put('stdout', 'a\nb');
    await frame.status('not shown');
    await put('stdout', 'c');
    expect(text()).toBe('a\nbc');
  });
});
