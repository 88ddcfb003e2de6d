import type {AllContent, DocusaurusConfig} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {Content} from './content';

/** A page of the docs plugin. Both addresses begin with the site's base URL. */
export type PublishedDoc = {
  readonly path: string;
  /** What the docs plugin calls the page, without regard to trailing slashes. */
  readonly permalink: string;
  /** Where the page is. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
};

export type Site = {
  readonly content: Content;
  /** By path as the registry has it, so that a route is never guessed. */
  readonly docs: ReadonlyMap<string, PublishedDoc>;
};

export function publishedDocs(
  allContent: AllContent,
  {trailingSlash}: Pick<DocusaurusConfig, 'trailingSlash'>,
): Site['docs'] {
  const instances = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {});
  // The plugin interface leaves the content of other plugins untyped.
  const docs = (instances as readonly LoadedContent[])
    .flatMap(({loadedVersions}) => loadedVersions)
    .flatMap(version => version.docs)
    .map(({source, permalink, title, description}): PublishedDoc => {
      const path = source.replace(/^@site\//, '');
      const url = trailingSlash === true ? permalink.replace(/\/*$/, '/') : permalink;
      return {path, permalink, url, title, description};
    });
  return new Map(docs.map(doc => [doc.path, doc]));
}
