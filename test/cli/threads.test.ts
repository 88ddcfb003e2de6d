import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {runMain} from './run-main';
import {projectOf} from './project';

/** The published command; `npm ci` and `npm run check` make it anew. */
const program = resolve('dist/runbook.js');

describe('a project that is worth several threads', () => {
  it('has the findings that one thread finds, links between the shares included', async () => {
    const root = projectOf(manyPages());
    const args = ['lint', '--format', 'json', '--strict'];
    const {status, stdout} = spawnSync(process.execPath, [program, ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const alone = await runMain(args, root);
    expect(status).toBe(alone.code);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(alone.stdout));
    expect(stdout).toContain('runbook/no-dead-anchor');
  }, 120_000);
});

/** The corpora four times over, each page with a link into another folder. */
function manyPages(): Readonly<Record<string, string>> {
  const cwd = resolve('test/corpora');
  const pages = globSync('**/*.md', {cwd}).map(
    path => [path, readFileSync(join(cwd, path), 'utf8')] as const,
  );
  return Object.fromEntries(
    Array.from({length: 4}, (_, copy) =>
      pages.map(([path, source], index) => {
        const [other = ''] = pages[(index + copy) % pages.length] ?? [];
        const up = '../'.repeat(path.split('/').length);
        const link = `\nSee [the other page](${up}${(copy + 1) % 4}/${other}#no-such-section).\n`;
        return [`${copy}/${path}`, `${source}${link}`] as const;
      }),
    ).flat(),
  );
}
