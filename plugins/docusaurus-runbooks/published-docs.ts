import type {AllContent} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {Content} from './content';

/** A page of the docs plugin. The permalink has the site's base URL and no trailing slash. */
export type PublishedDoc = {
  readonly path: string;
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
};

export type Site = {
  readonly content: Content;
  /** By path as the registry has it, so that a route is never guessed. */
  readonly docs: ReadonlyMap<string, PublishedDoc>;
};

export function publishedDocs(allContent: AllContent): Site['docs'] {
  const instances = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {});
  // The plugin interface leaves the content of other plugins untyped.
  const docs = (instances as readonly LoadedContent[])
    .flatMap(({loadedVersions}) => loadedVersions)
    .flatMap(version => version.docs)
    .map(({source, permalink, title, description}): PublishedDoc => {
      return {path: source.replace(/^@site\//, ''), permalink, title, description};
    });
  return new Map(docs.map(doc => [doc.path, doc]));
}
