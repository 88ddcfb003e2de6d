import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {seeded} from '../../../scripts/random';
import {CONSTRUCTS} from './__fixtures__/constructs';
import {drawText} from './__fixtures__/mutate';
import {printed, remarkTree} from './__fixtures__/remark-tree';
import {parseMarkdown} from './index';

/** For more, or for another draw: `MARKDOWN_ORACLE_COUNT=50000 MARKDOWN_ORACLE_SEED=2`. */
const COUNT = Number(process.env['MARKDOWN_ORACLE_COUNT'] ?? 1_000);
const SEED = Number(process.env['MARKDOWN_ORACLE_SEED'] ?? 1);

const root = join(__dirname, '../../..');
const pages = globSync(['docs/**/*.md', 'test/{corpora,fixtures}/**/*.md'], {cwd: root})
  .sort()
  .map(path => ({path, source: readFileSync(join(root, path), 'utf8')}));

/** Documents that are read otherwise than by remark; those that are not read are none of them. */
function disagreements(sources: readonly string[]): readonly string[] {
  return sources.filter(source => {
    const ours = parseMarkdown(source);
    return ours !== undefined && printed(ours) !== printed(remarkTree(source));
  });
}

describe('remark as an oracle', () => {
  it.each(Object.entries(CONSTRUCTS))('reads %s alike', (_, sources) => {
    for (const source of sources) {
      expect({source, tree: printed(parseMarkdown(source))}).toEqual({
        source,
        tree: printed(remarkTree(source)),
      });
    }
  });

  it('reads every page alike', {timeout: 300_000}, () => {
    expect(disagreements(pages.map(({source}) => source))).toEqual([]);
  });

  it('reads pages alike in CRLF, in a quote and in a list', {timeout: 300_000}, () => {
    const some = pages.filter((_, index) => index % 12 === 0).map(({source}) => source);
    expect(
      disagreements([
        ...some.map(source => source.replaceAll('\n', '\r\n')),
        ...some.map(source => source.replaceAll(/^/gm, '> ')),
        ...some.map(source => `- ${source.replaceAll('\n', '\n  ')}`),
      ]),
    ).toEqual([]);
  });

  it('is needed for hardly any page', () => {
    const left = pages.filter(({source}) => parseMarkdown(source) === undefined);
    expect(left.length).toBeLessThan(pages.length / 50);
  });

  it('reads pages alike that are changed at random', {timeout: 3_600_000}, () => {
    const random = seeded(SEED);
    const lines = pages.map(({source}) => source.split(/\r?\n/));
    const drawn = Array.from({length: COUNT}, () => drawText(random, lines));
    expect(disagreements(drawn)).toEqual([]);
  });
});
