import {PassThrough} from 'node:stream';
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

describe('output elsewhere', () => {
  it('is byte for byte what the command wrote', async () => {
    const {frame, put, text} = screens({isTTY: false});
    await put('stdout', 'a\nb');
    await frame.status('not shown');
    await put('stdout', 'c');
    expect(text()).toBe('a\nbc');
  });
});
