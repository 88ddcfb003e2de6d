import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {buildNote, describeBuild} from './build-note';
import {protectPages} from './content-security';
import {llmsText} from './llms';
import {publishedMarkdown} from './markdown-pages';
import {writeServiceWorker} from './service-worker/write';
import {writeFiles} from './write-files';

/**
 * Keeps the site readable when all else is down: pages that need no network once they were seen,
 * each page's Markdown beside it, and a note of what was built when.
 */
export default function docusaurusOffline({siteDir, siteConfig, baseUrl}: LoadContext): Plugin {
  const build = describeBuild(siteDir);
  // One file without a server has no use for what a server would hand out.
  const isServed =
    siteConfig.future.experimental_router !== 'hash' && process.env.NODE_ENV === 'production';
  return {
    name: 'docusaurus-offline',
    getClientModules: () => ['index.ts', 'styles.css'].map(file => join(__dirname, 'client', file)),
    injectHtmlTags: () => ({
      headTags: isServed
        ? [{tagName: 'link', attributes: {rel: 'manifest', href: `${baseUrl}app.webmanifest`}}]
        : [],
      postBodyTags: [buildNote(build)],
    }),
    async postBuild({outDir, plugins}) {
      if (!isServed) return;
      const pages = await publishedMarkdown(plugins, {siteDir, baseUrl});
      await writeFiles(outDir, {
        ...Object.fromEntries(pages.map(({file, markdown}) => [file, markdown])),
        'llms.txt': llmsText(siteConfig, pages),
        'build.json': `${JSON.stringify(build)}\n`,
        'app.webmanifest': webManifest(siteConfig.title, baseUrl),
      });
      await protectPages(outDir);
      await writeServiceWorker(outDir, baseUrl);
    },
  };
}

function webManifest(name: string, baseUrl: string): string {
  const manifest = {
    name,
    short_name: name.split(' ')[0],
    start_url: baseUrl,
    scope: baseUrl,
    display: 'standalone',
    background_color: '#0d1016',
    theme_color: '#4a3fd1',
    icons: [
      {src: `${baseUrl}img/icon-192.png`, sizes: '192x192', type: 'image/png'},
      {src: `${baseUrl}img/icon-512.png`, sizes: '512x512', type: 'image/png'},
      {
        src: `${baseUrl}img/icon-512.png`,
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
