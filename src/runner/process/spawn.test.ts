import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {isRunning, pidsIn, temporaryFolder} from '../__fixtures__/processes';
import {shellRequest} from './shell-request';
import {spawn} from './spawn';
import type {Chunk, SpawnRequest} from './spawn';

function request(script: string, details: Partial<SpawnRequest> = {}): SpawnRequest {
  return {
    ...shellRequest(
      {language: 'bash', script, name: 'test'},
      {cwd: temporaryFolder(), env: process.env, stdio: 'pipes'},
    ),
    ...details,
  };
}

async function run(what: SpawnRequest) {
  const output = {stdout: '', stderr: ''};
  const end = await spawn(what, async ({stream, bytes}: Chunk) => {
    output[stream] += Buffer.from(bytes).toString();
  }).ended;
  return {...end, ...output};
}

describe('spawn', () => {
  it('gives both streams and the exit code', async () => {
    expect(await run(request('echo out; echo err >&2; exit 3'))).toEqual({
      exitCode: 3,
      signal: null,
      startError: null,
      leftovers: false,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('closes stdin', async () => {
    expect((await run(request('wc -c'))).stdout.trim()).toBe('0');
  });

  it('stops a script at its first failure, in a pipe and at an unset variable too', async () => {
    expect((await run(request('false; echo on'))).stdout).toBe('');
    expect((await run(request('false | true; echo on'))).stdout).toBe('');
    expect(await run(request('echo "$NOT_SET_ANYWHERE"; echo on'))).toMatchObject({
      stdout: '',
      stderr: 'test: line 1: NOT_SET_ANYWHERE: unbound variable\n',
    });
  });

  it('runs an sh block under sh -eu', async () => {
    const sh = shellRequest(
      {language: 'sh', script: 'echo "$0 ${BASH_VERSION-}"; false; echo on', name: 'step'},
      {cwd: '/', env: {PATH: process.env['PATH']}, stdio: 'pipes'},
    );
    expect(sh.args.slice(0, 2)).toEqual(['-eu', '-c']);
    expect((await run(sh)).stdout).toMatch(/^step /);
  });

  it('says why a process cannot be started', async () => {
    const missing = await run(request('', {file: 'no-such-program-anywhere'}));
    expect(missing).toMatchObject({exitCode: null, signal: null});
    expect(missing.startError).toContain('ENOENT');
    const nowhere = await run(request('echo on', {cwd: '/no/such/folder'}));
    expect(nowhere.startError).toContain('/no/such/folder');
  });

  it('passes on bytes that are no UTF-8', async () => {
    const seen: number[] = [];
    await spawn(request(String.raw`printf '\xff\x00\xfe'`), async ({bytes}) => {
      seen.push(...bytes);
    }).ended;
    expect(seen).toEqual([0xff, 0x00, 0xfe]);
  });

  it('reads no faster than the output is taken', async () => {
    let taken = 0;
    let most = 0;
    let inHand = 0;
    await spawn(request('head -c 3000000 /dev/zero'), async ({bytes}) => {
      inHand += 1;
      most = Math.max(most, inHand);
      await sleep(1);
      taken += bytes.length;
      inHand -= 1;
    }).ended;
    expect({taken, most}).toEqual({taken: 3_000_000, most: 1});
  });

  it('ends a process that ignores TERM, and its grandchildren', async () => {
    const file = join(temporaryFolder(), 'pids');
    const script = `
      trap '' TERM
      (trap '' TERM; echo "$BASHPID" >> "${file}"; while true; do sleep 0.1; done) &
      echo "$$" >> "${file}"
      while true; do sleep 0.1; done`;
    const running = spawn(request(script), async () => {});
    const pids = await pidsIn(file, {count: 2});
    expect(pids.map(isRunning)).toEqual([true, true]);
    running.end();
    expect(await running.ended).toMatchObject({exitCode: null, signal: 'SIGKILL'});
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('ends what a script leaves in the background', async () => {
    const {stdout, leftovers} = await run(request('sleep 1000 & echo "$!"'));
    expect(isRunning(Number(stdout))).toBe(false);
    expect(leftovers).toBe(false);
  });

  it('does not wait for a process that left the group and holds the output', async () => {
    const {stdout, exitCode, leftovers} = await run(
      request('setsid sleep 1000 & echo "$!"; sleep 0.2'),
    );
    const pid = Number(stdout);
    expect({exitCode, leftovers, isRunning: isRunning(pid)}).toEqual({
      exitCode: 0,
      leftovers: true,
      isRunning: true,
    });
    process.kill(pid, 'SIGKILL');
  });

  it('ends the process where its output cannot be taken, and passes the error on', async () => {
    const running = spawn(request('echo "$$"; sleep 1000'), async ({bytes}) => {
      throw new Error(`no room for ${Buffer.from(bytes).toString().trim()}`);
    });
    const error = await running.ended.catch((reason: unknown) => reason);
    const pid = Number(/\d+/.exec(String(error))?.[0]);
    expect(String(error)).toMatch(/no room for \d+/);
    expect(isRunning(pid)).toBe(false);
  });
});
