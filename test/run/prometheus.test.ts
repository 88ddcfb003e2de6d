import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

function pageWith(expr: string, tag = ''): string {
  return `# Page\n\n\`\`\`promql {"name":"ask"${tag}}\n${expr}\n\`\`\`\n`;
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return portOf(server);
}

function success(result: unknown, more = {}): string {
  return JSON.stringify({status: 'success', data: {resultType: 'vector', result}, ...more});
}

describe('a query against a stand-in for Prometheus', () => {
  let server: Server | undefined;

  afterEach(() => server?.close());

  async function ask(
    answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
    {tag = '', path = '', credentials = ''} = {},
  ) {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      answer(request, body, response);
    });
    const port = await listen(server);
    const url = `http://${credentials}127.0.0.1:${port}${path}`;
    const result = await cli(['run', 'page#ask', '--prometheus', url], {
      cwd: folderWith(pageWith('up{a="b c"} + 1', tag)),
    });
    return {...result, stderr: result.stderr.replaceAll(String(port), '<port>')};
  }

  it('is posted as a form, with the path and the credentials of the address', async () => {
    const seen: unknown[] = [];
    const {code, stderr} = await ask(
      ({method, url, headers}, body, response) => {
        seen.push([method, url, headers.authorization, new URLSearchParams(body).get('query')]);
        response.end(success([]));
      },
      {path: '/prom/', credentials: 'me:p%40ss@'},
    );
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect({code, seen}).toEqual({
      code: 0,
      seen: [['POST', '/prom/api/v1/query', authorization, 'up{a="b c"} + 1']],
    });
    expect(stderr).not.toContain('p%40ss');
  });

  it('shows samples as a table, and warnings', async () => {
    const {stdout, stderr} = await ask((_request, _body, response) =>
      response.end(
        success(
          [
            {metric: {__name__: 'up', pod: 'a'}, value: [1, '1']},
            {metric: {__name__: 'up', pod: 'long-name', zone: 'x\n'}, value: [1, 'NaN']},
            {metric: {pod: 'h'}, histogram: [1, {count: '3', sum: '4.5', buckets: []}]},
          ],
          {warnings: ['something is off'], infos: ['metric might not be a counter']},
        ),
      ),
    );
    expect(stdout).toMatchInlineSnapshot(`
      "__name__  pod        zone             value
      up        a                               1
      up        long-name  x␊                 NaN
                h                count 3, sum 4.5
      "
    `);
    expect(stderr).toContain(
      '  Prometheus warns: something is off\n  Prometheus remarks: metric might not be a counter\n',
    );
  });

  it('says what Prometheus says of a wrong query', async () => {
    const {code, stderr} = await ask((_request, _body, response) => {
      response.statusCode = 400;
      response.end(JSON.stringify({status: 'error', errorType: 'bad_data', error: 'parse error'}));
    });
    expect(code).toBe(1);
    expect(stderr).toContain('✗ ask: Prometheus says: parse error (bad_data).');
  });

  it('knows an answer that is not from Prometheus', async () => {
    const {code, stderr} = await ask((_request, _body, response) => response.end('<html>'));
    expect(code).toBe(1);
    expect(stderr).toContain('HTTP status 200 and is not from the Prometheus HTTP API');
  });

  it('polls until the answer is as expected', async () => {
    const values = ['3', '2', '1'];
    const {code, stderr} = await ask(
      (_request, _body, response) =>
        response.end(success([{metric: {}, value: [1, values.shift() ?? '1']}])),
      {tag: ',"expect":"< 2","within":"1m","every":"10ms"'},
    );
    expect(code).toBe(0);
    expect(stderr).toContain('  … expected < 2, found 3\n  … expected < 2, found 2\n');
    expect(stderr).toContain('  polled: █▅▁\n✓ ask: as expected (< 2), found 1');
  });

  it('fails a comparison where there is no series', async () => {
    const {code, stderr} = await ask((_request, _body, response) => response.end(success([])), {
      tag: ',"expect":"< 2"',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('✗ ask: expected < 2, found no series');
  });

  it('says that a server cannot be reached', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise(resolve => closed.close(resolve));
    const {code, stderr} = await cli(['run', 'page#ask'], {
      cwd: folderWith(pageWith('up')),
      env: {PROMETHEUS_URL: `http://127.0.0.1:${port}`},
    });
    expect(code).toBe(1);
    expect(stderr).toContain(`Prometheus at http://127.0.0.1:${port} cannot be reached: connect`);
  });
});

const program = process.env['PROMETHEUS'] ?? 'prometheus';
const isFound = spawnSync(program, ['--version']).status === 0;
const isSkipped = !isFound && process.env['CI'] !== 'true';
if (isSkipped) process.stdout.write('No query is sent to a real Prometheus: set PROMETHEUS\n');

async function untilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok === true) return;
    await sleep(100);
  }
  throw new Error('Prometheus did not become ready.');
}

describe.skipIf(isSkipped)('a query against a real Prometheus', () => {
  let server: ChildProcess | undefined;
  let url = '';

  beforeAll(async () => {
    const folder = folderWith('');
    const free = createServer();
    const port = await listen(free);
    await new Promise(resolve => free.close(resolve));
    url = `http://127.0.0.1:${port}`;
    writeFileSync(join(folder, 'prometheus.yml'), '');
    server = spawn(
      program,
      [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      {stdio: 'ignore'},
    );
    server.on('error', () => {});
    await untilReady(`${url}/-/ready`);
  });

  afterAll(() => server?.kill());

  async function ask(expr: string, tag = '') {
    const {code, stdout, stderr} = await cli(['run', 'page#ask', '--prometheus', url], {
      cwd: folderWith(pageWith(expr, tag)),
    });
    const verdict = stderr.split('\n').find(line => /^[✓✗]/.test(line));
    return {code, stdout, verdict: verdict?.replace(/ {2}\d+(?:\.\d+)?m?s$/, '')};
  }

  it('gives vectors, scalars and strings', async () => {
    expect(await ask('vector(1)')).toEqual({code: 0, stdout: 'value\n    1\n', verdict: '✓ ask'});
    expect(await ask('1 / 0')).toEqual({code: 0, stdout: 'value\n +Inf\n', verdict: '✓ ask'});
    expect(await ask('"text"')).toEqual({code: 0, stdout: 'value\n text\n', verdict: '✓ ask'});
  });

  it('gives labels', async () => {
    expect((await ask('label_replace(vector(2), "pod", "web-1", "", "")')).stdout).toBe(
      'pod    value\nweb-1      2\n',
    );
  });

  it('judges what is expected', async () => {
    expect(await ask('vector(0.2)', ',"expect":"< 0.05"')).toEqual({
      code: 1,
      stdout: 'value\n  0.2\n',
      verdict: '✗ ask: expected < 0.05, found 0.2',
    });
    expect(await ask('absent_metric', ',"expect":"empty"')).toEqual({
      code: 0,
      stdout: '(no series)\n',
      verdict: '✓ ask: as expected (empty)',
    });
  });

  it('says what is wrong with a query', async () => {
    expect(await ask('rate(up)')).toMatchObject({
      code: 1,
      verdict: expect.stringContaining('expected type range vector in call to function "rate"'),
    });
  });
});
