import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';
import type {CliOptions} from './cli';

const FENCE = '```';

function page(...steps: readonly (readonly [tag: string, script: string])[]): string {
  return steps.map(([tag, script]) => `\n${FENCE}bash ${tag}\n${script}\n${FENCE}\n`).join('');
}

function parallel(
  pages: Readonly<Record<string, string>>,
  args: readonly string[],
  options: Omit<CliOptions, 'cwd'> = {},
) {
  const cwd = folderWith('# Nothing\n');
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(cwd, `${name}.md`), text);
  return cli(['run', '--parallel', ...args], {cwd, ...options});
}

/** Waits until the file of another runbook is there: only side by side do both end. */
const meet = (own: string, other: string) =>
  `touch ${own}; for i in {1..100}; do [ -e ${other} ] && break; sleep 0.1; done; [ -e ${other} ]`;

describe('run --parallel', () => {
  it('runs several runbooks at once, and prints each step whole', async () => {
    const talk = (name: string, other: string) =>
      page([
        '{"name":"talk","effect":"read"}',
        `echo ${name} 1; ${meet(`${name}.there`, `${other}.there`)}; echo ${name} 2`,
      ]);
    const {code, stdout} = await parallel({a: talk('a', 'b'), b: talk('b', 'a')}, ['2', 'a', 'b']);
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter(Boolean);
    expect([lines.slice(0, 2), lines.slice(2)].map(block => block.join()).sort()).toEqual([
      expect.stringMatching(/a 1,.*a 2/),
      expect.stringMatching(/b 1,.*b 2/),
    ]);
  });

  it('runs no more of them at a time than it is told', async () => {
    const count = (name: string) =>
      page(['{"name":"one"}', `date +%s%N; sleep 0.3; date +%s%N; : ${name}`]);
    const {code, stdout} = await parallel({a: count('a'), b: count('b')}, ['1', 'a', 'b']);
    const times = (stdout.match(/\d{15,}/g) ?? []).map(Number);
    expect({code, times: times.length}).toEqual({code: 0, times: 4});
    expect(times).toEqual([...times].sort((x, y) => x - y));
  });

  it('leaves out what does not only read, and what needs it', async () => {
    const {code, stdout, stderr} = await parallel(
      {
        a: page(
          ['{"name":"look"}', 'echo looked'],
          ['{"name":"mend","effect":"change"}', 'echo mended'],
          ['{"name":"check","needs":"mend"}', 'echo checked'],
        ),
      },
      ['4', 'a'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('looked');
    expect(stdout).not.toMatch(/mended|checked/);
    expect(stderr).toContain('a: left out, because they do not only read: mend, check\n');
  });

  it('goes on with the others where one fails, and ends with exit code 1', async () => {
    const {code, stdout} = await parallel(
      {a: page(['{"name":"no"}', 'false']), b: page(['{"name":"yes"}', 'echo fine'])},
      ['1', 'a', 'b'],
    );
    expect(code).toBe(1);
    expect(stdout).toContain('fine');
  });

  it('gives each runbook the inputs that it declares, and refuses names that none has', async () => {
    const withInput = `---\nrunbook:\n  inputs:\n    POD:\n      description: The pod\n---\n${page([
      '{"name":"show"}',
      'echo "pod $POD"',
    ])}`;
    const pages = {a: withInput, b: page(['{"name":"plain"}', 'echo plain'])};
    const given = await parallel(pages, ['2', 'a', 'b', '--set', 'POD=web-1']);
    expect(given.code).toBe(0);
    expect(given.stdout).toContain('pod web-1');
    const missing = await parallel(pages, ['2', 'a', 'b']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('- a: show needs POD (The pod)');
    expect((await parallel(pages, ['2', 'a', 'b', '--set', 'PDO=web-1'])).code).toBe(2);
  });

  it('ends all of them at Ctrl-C', async () => {
    const slow = page(['{"name":"slow"}', 'sleep 60']);
    const quick = page(['{"name":"quick"}', 'echo now'], ['{"name":"slow"}', 'sleep 60']);
    const start = performance.now();
    const {code} = await parallel({a: slow, b: quick}, ['2', 'a', 'b'], {
      signalAt: ['now', 'SIGINT'],
    });
    expect(code).toBe(130);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('prints events of one step together as ndjson', async () => {
    const talk = (name: string) =>
      page(['{"name":"talk"}', `echo ${name}; sleep 0.2; echo ${name}`]);
    const {code, stdout} = await parallel({a: talk('a'), b: talk('b')}, [
      '2',
      'a',
      'b',
      '--format',
      'ndjson',
    ]);
    expect(code).toBe(0);
    const steps = stdout
      .trim()
      .split('\n')
      .flatMap(line => {
        const {event, step}: {event: string; step?: string} = JSON.parse(line);
        return step === undefined || event === 'chunk' ? [] : [`${event} ${step}`];
      });
    const [first = ''] = steps;
    expect(steps.slice(0, 2)).toEqual([first, first.replace('started', 'ended')]);
    expect(steps).toHaveLength(4);
  });

  it.each(['0', 'many', '-1', '65'])('refuses a width of %s', async width => {
    const {code, stderr} = await parallel(
      {},
      [`${width}`, 'a'].map(arg => arg),
    );
    expect(code).toBe(2);
    expect(stderr).not.toContain('bug');
  });
});
