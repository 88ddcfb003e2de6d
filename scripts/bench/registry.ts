import {readFileSync} from 'node:fs';
import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import {globSync} from 'tinyglobby';
import {buildRegistry} from '../../src/core';
import {inTurn, report} from './compare';

/** Building the registry of our own pages against only parsing them with remark. */
export async function registry(): Promise<readonly string[]> {
  const files = globSync('docs/**/*.md').map(path => ({path, source: readFileSync(path, 'utf8')}));
  const bare = remark().use(remarkFrontmatter).use(remarkDirective).use(remarkGfm).freeze();
  const pairs = await inTurn(
    15,
    () => buildRegistry(files),
    () => files.forEach(({source}) => bare.parse(source)),
  );
  return report(`buildRegistry of ${files.length} pages`, 'remark.parse of the same', pairs);
}
