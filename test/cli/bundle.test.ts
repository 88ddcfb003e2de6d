import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {runMain} from './run-main';
import {projectOf} from './project';

/** The published command; `npm ci` and `npm run check` make it anew. */
const program = resolve('dist/runbook.js');

describe('the published command', () => {
  it('finds what its source finds, with the engines that it brings along', async () => {
    const cwd = resolve('test/corpora');
    const pages = globSync('**/*.md', {cwd}).map(
      path => [path, readFileSync(join(cwd, path), 'utf8')] as const,
    );
    const root = projectOf(Object.fromEntries(pages));
    const args = ['lint', '--format', 'json', '--strict'];
    const {status, stdout} = spawnSync(process.execPath, [program, ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const source = await runMain(args, root);
    expect(status).toBe(source.code);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(source.stdout));
    expect(stdout).toContain('tool/no-jq-syntax-error');
  }, 60_000);
});
