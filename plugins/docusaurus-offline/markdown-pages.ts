import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LoadedPlugin} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';

/** A page of the site as its author wrote it. */
export type MarkdownPage = {
  /** Where the Markdown goes, below the built site: the page's route with `.md` behind it. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
};

export async function publishedMarkdown(
  plugins: readonly LoadedPlugin[],
  {siteDir, baseUrl}: {readonly siteDir: string; readonly baseUrl: string},
): Promise<readonly MarkdownPage[]> {
  const docs = plugins
    .filter(({name}) => name === 'docusaurus-plugin-content-docs')
    // The plugin interface leaves the content of other plugins untyped.
    .flatMap(({content}) => (content as LoadedContent).loadedVersions)
    .flatMap(version => version.docs)
    .filter(({permalink}) => permalink !== baseUrl);
  return Promise.all(
    docs.map(async ({source, permalink, title, description}) => ({
      file: `${permalink.slice(baseUrl.length).replace(/\/$/, '')}.md`,
      title,
      description,
      markdown: await readFile(join(siteDir, source.replace(/^@site\//, '')), 'utf8'),
    })),
  );
}
