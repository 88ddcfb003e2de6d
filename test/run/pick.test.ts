import process from 'node:process';
import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {main} from '../../src/cli/main';
import {cli, folderWith} from './cli';

const FENCE = '```';
const PAGE = [
  '---',
  'title: Requests fail',
  'runbook:',
  '  alert: HighErrorRate',
  '---',
  '',
  `${FENCE}promql {"name":"ratio"} title="Share of errors"`,
  'sum(rate(shop_http_requests_total[5m]))',
  FENCE,
  '',
  `${FENCE}bash {"name":"hello"} title="Say hello"`,
  'echo "hello from a step"',
  FENCE,
  '',
  `${FENCE}bash {"name":"mend","effect":"change"}`,
  'echo mended',
  FENCE,
  '',
].join('\n');

/** What a person sees who types the keys into `runbook run` on a terminal. */
async function pick(keys: string) {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
  });
  stdin.write(keys);
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), {isTTY: true, columns: 100});
  const seen = {stdout: '', stderr: ''};
  stdout.on('data', chunk => (seen.stdout += String(chunk)));
  stderr.on('data', chunk => (seen.stderr += String(chunk)));
  const code = await main(['run'], {
    stdin,
    stdout,
    stderr,
    env: {PATH: process.env['PATH'], NO_COLOR: '1'},
    cwd: folderWith(PAGE),
    onSignal: () => () => {},
  });
  return {code, raw, ...seen};
}

describe('run without a name, on a terminal', () => {
  it('finds a step by words of its title, shows the plan and runs it', async () => {
    const {code, raw, stdout, stderr} = await pick('say hel\r');
    expect({code, raw}).toEqual({code: 0, raw: [true, false]});
    expect(stdout).toContain('hello from a step');
    expect(stderr).toContain('Run: page#hello');
    expect(stderr.slice(stderr.indexOf('Run: page#hello'))).toContain('1. hello  read');
  });

  it('shows the effects of what is found by an alert, and takes Esc for no', async () => {
    const {code, stdout, stderr} = await pick('higherror\u001B\u001B');
    expect({code, stdout}).toEqual({code: 130, stdout: ''});
    expect(stderr).toContain('Run: ');
  });

  it('finds a query by a part of its metric', async () => {
    const {code, stderr} = await pick('requests_total\r');
    expect(code).toBe(2);
    expect(stderr).toContain('ratio is a query: name the server with `--prometheus URL`');
  });

  it('ends at Ctrl-C with nothing run and the terminal as it was', async () => {
    const {code, raw, stdout} = await pick('\u0003');
    expect({code, raw, stdout}).toEqual({code: 130, raw: [true, false], stdout: ''});
  });

  it('needs a name where there is no terminal', async () => {
    expect(await cli(['run'], {cwd: folderWith(PAGE)})).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'runbook: `runbook run` needs the name of a runbook or a step.\nType `runbook list` to see the runbooks.\n',
    });
  });
});
