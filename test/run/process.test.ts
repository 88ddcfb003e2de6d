import {spawn, spawnSync} from 'node:child_process';
import {closeSync, openSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {build} from 'esbuild';
import {beforeAll, describe, expect, it} from 'vitest';
import {folderWith} from './cli';

const root = join(__dirname, '../..');
let program = '';

beforeAll(async () => {
  program = join(folderWith(''), 'runbook.cjs');
  await build({
    entryPoints: [join(root, 'scripts/runbook.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    banner: {js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;"},
    define: {'import.meta.url': 'importMetaUrl'},
    logLevel: 'error',
  });
}, 60_000);

/** Neither it nor its grandchild minds TERM; both write down their ids. */
const STUBBORN = `
trap '' TERM
(trap '' TERM; echo "$BASHPID" >> pids; while true; do sleep 0.1; done) &
echo "$$" >> pids
echo started
while true; do sleep 0.1; done`;

const MEEK = `
sleep 1000 &
echo "$!" >> pids
echo "$$" >> pids
sleep 1000`;

function start(script: string) {
  const cwd = folderWith(`\`\`\`bash {"name":"step"}\n${script}\n\`\`\`\n`);
  const child = spawn(process.execPath, [program, 'run', 'page.md#step'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  async function pids(): Promise<readonly number[]> {
    for (;;) {
      const found = linesOf(join(cwd, 'pids')).map(Number);
      if (found.length === 2) return found;
      if (child.exitCode !== null) throw new Error(`It ended too early:\n${said}`);
      await sleep(20);
    }
  }
  return {child, ended, pids};
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** The dead that their parent has not buried yet count as gone. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the real program', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const)('ends its children at %s and exits with %i', async (signal, code) => {
    const {child, ended, pids: written} = start(MEEK);
    child.stdout.resume();
    const pids = await written();
    expect(pids.map(isRunning)).toEqual([true, true]);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('ends children that ignore TERM, grandchildren included', async () => {
    const {child, ended, pids: written} = start(STUBBORN);
    child.stdout.resume();
    const pids = await written();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('ends them at once at the second Ctrl-C', async () => {
    const {child, ended, pids: written} = start(STUBBORN);
    child.stdout.resume();
    const pids = await written();
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ctrl-C again')) child.kill('SIGINT');
    });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('leaves nothing behind when it is killed', async () => {
    const {child, ended, pids: written} = start(STUBBORN);
    const pids = await written();
    // Output that comes through says that the run knows of its processes.
    await new Promise(resolve => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    expect(await ended).toBe(null);
    while (pids.some(isRunning)) await sleep(100);
  });

  it('ends what runs when nobody reads its output any more', async () => {
    const {child, ended, pids: written} = start('echo "$$" >> pids; echo "$$" >> pids; yes');
    const pids = await written();
    child.stdout.destroy();
    expect(await ended).toBe(1);
    expect(pids.map(isRunning)).toEqual([false, false]);
  });
});

/** Of util-linux: gives a program a terminal of its own. */
const TERMINAL_MAKER = 'script';

/** The same with a terminal, on which the person types what is asked for. */
function startOnTerminal(
  page: string,
  replies: readonly (readonly [seen: string, typed: string])[],
) {
  const cwd = folderWith(page);
  const child = spawn(
    TERMINAL_MAKER,
    ['-qec', `exec '${process.execPath}' '${program}' run page.md`, '/dev/null'],
    {
      cwd,
      env: {...process.env, TERM: 'dumb', SHELL: '/bin/sh'},
      stdio: 'pipe',
    },
  );
  const left = [...replies];
  let screen = '';
  let from = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    const [next] = left;
    const at = next === undefined ? -1 : screen.indexOf(next[0], from);
    if (next === undefined || at === -1) return;
    from = at + next[0].length;
    left.shift();
    // As slow as a person, who reads before they type.
    setTimeout(() => child.stdin.write(next[1]), 300);
  });
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)));
  return {child, cwd, ended, screen: () => screen};
}

const hasScript = spawnSync(TERMINAL_MAKER, ['-qec', 'true', '/dev/null']).status === 0;

const TWO_STEPS = [
  '```bash {"name":"first"}',
  'echo "$$" >> pids; if [ -e again ]; then exit; fi; touch again; echo begun; sleep 1000',
  '```',
  '',
  '```bash {"name":"second"}',
  'echo "second $((1 + 1))"',
  '```',
  '',
].join('\n');

describe.skipIf(!hasScript)('on a terminal', () => {
  it.each([
    ['again', ['begun', '\x03'], ['was ended', 'a\n'], 0, true],
    ['skip', ['begun', '\x03'], ['was ended', 's\n'], 0, true],
    ['stop', ['begun', '\x03'], ['was ended', '\n'], 130, false],
    ['Ctrl-C', ['begun', '\x03'], ['was ended', '\x03'], 130, false],
  ] as const)('Ctrl-C ends the step and asks: %s', async (_, first, second, code, goesOn) => {
    const {cwd, ended, screen} = startOnTerminal(TWO_STEPS, [first, second]);
    expect(await ended).toBe(code);
    expect(screen().includes('second 2')).toBe(goesOn);
    expect(linesOf(join(cwd, 'pids')).map(Number).some(isRunning)).toBe(false);
  });

  it('a second Ctrl-C ends the run at once', async () => {
    const page = `\`\`\`bash {"name":"step"}\n${STUBBORN}\n\`\`\`\n`;
    const {cwd, ended} = startOnTerminal(page, [
      ['started', '\x03'],
      ['Ctrl-C again', '\x03'],
    ]);
    const begin = performance.now();
    expect(await ended).toBe(130);
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(linesOf(join(cwd, 'pids')).map(Number).map(isRunning)).toEqual([false, false]);
  });

  it('is closed: what runs ends with it', async () => {
    const page = '```bash {"name":"step"}\necho "$$" >> pids; echo begun; sleep 1000\n```\n';
    const {child, cwd, ended} = startOnTerminal(page, [['begun', '']]);
    while (linesOf(join(cwd, 'pids')).length === 0) await sleep(20);
    // The terminal goes with the program that made it.
    child.kill('SIGKILL');
    await ended;
    const pids = linesOf(join(cwd, 'pids')).map(Number);
    while (pids.some(isRunning)) await sleep(50);
  });

  it('is taken back as it was, also from a command that ends in raw mode', async () => {
    const page = [
      '```bash {"name":"raw","interactive":true,"exit":"3"}',
      'stty raw -echo; exit 3',
      '```',
      '',
      '```bash {"name":"look","interactive":true}',
      'stty -a | tr " " "\\n" | grep -xE -- "-?(icanon|echo|opost);?" | tr "\\n" " "; read -r line; echo "got:$line"',
      '```',
      '',
    ].join('\n');
    const {ended, screen} = startOnTerminal(page, [
      ['Run it?', 'y\n'],
      ['Run it?', 'y\n'],
      ['opost', 'hello\n'],
    ]);
    expect(await ended).toBe(0);
    expect(screen()).toMatch(/(?<!-)opost (?:.* )?icanon (?:.* )?echo /);
    expect(screen()).toContain('got:hello');
  });
});

describe('output that cannot be written', () => {
  it('ends the run, and says so', async () => {
    const cwd = folderWith(
      '```bash {"name":"step"}\necho "$$" >> pids; echo "$$" >> pids; yes\n```\n',
    );
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program, 'run', 'page.md'], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(1);
    expect(said).toContain('The output cannot be written (ENOSPC). The run ends.');
    expect(linesOf(join(cwd, 'pids')).map(Number).map(isRunning)).toEqual([false, false]);
  });
});

describe('a lint', () => {
  it('ends at once by Ctrl-C, in the midst of its work', {timeout: 60_000}, async () => {
    const cwd = folderWith('# Pods\n');
    const page = '```bash\nkubectl logs deploy/web -n shop | grep panic\n```\n\n'.repeat(40);
    for (let index = 0; index < 1_000; index++) writeFileSync(join(cwd, `${index}.md`), page);
    const child = spawn(process.execPath, [program, 'lint', '.'], {cwd, stdio: 'ignore'});
    const ended = new Promise(resolve => child.on('close', (...result) => resolve(result)));
    await sleep(1_500);
    const asked = performance.now();
    child.kill('SIGINT');
    // A shell calls that 130.
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(performance.now() - asked).toBeLessThan(2_000);
  });
});
