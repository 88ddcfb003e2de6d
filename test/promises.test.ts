import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';

const root = join(__dirname, '..');

it('holds each promise of the runner by a test that exists', () => {
  const page = readFileSync(join(root, 'docs/reference/promises.md'), 'utf8');
  const rows = page.split('\n').flatMap(line => {
    const [, promise, file, name] = /^\| (.+) \| `(.+)` \| (.+) \|$/.exec(line) ?? [];
    return promise === undefined || file === undefined || name === undefined
      ? []
      : [{promise, file, name}];
  });
  expect(rows.length).toBeGreaterThan(40);
  const missing = rows.filter(({file, name}) => {
    const path = join(root, file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${name}`);
  });
  expect(missing).toEqual([]);
});
