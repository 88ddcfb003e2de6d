import type {LoadContext, Plugin} from '@docusaurus/types';
import {addAlertPages} from './alert-pages';
import {loadContent, pathsToWatch} from './content';
import type {Content} from './content';
import {globalData} from './global-data';
import {homeData} from './home-data';
import {addListPages, siteLists} from './list-pages';
import type {RunbooksOptions} from './options';
import {addRunbookFacts} from './runbook-facts';
import {publishedDocs} from './published-docs';
import {publishWhileDeveloping, writePublished} from './publish';
import {searchDocuments} from './search-documents';

export {validateOptions} from './options';

/** Loads the registry from the files on disk, publishes it, and makes the alert pages. */
export default function docusaurusRunbooks(
  {siteDir, siteConfig, baseUrl}: LoadContext,
  options: RunbooksOptions,
): Plugin<Content> {
  let latest: Content | undefined;
  return {
    name: 'docusaurus-runbooks',
    getPathsToWatch: () => pathsToWatch(siteDir, options),
    async loadContent() {
      latest = await loadContent(siteDir, options);
      return latest;
    },
    // Not `contentLoaded`: only now does the docs plugin know where its pages are.
    async allContentLoaded({allContent, actions}) {
      if (latest === undefined) return;
      const site = {content: latest, docs: publishedDocs(allContent, siteConfig)};
      actions.setGlobalData(globalData(site, options.tools));
      await actions.createData('home.json', homeData(site));
      const lists = siteLists(site, baseUrl);
      await actions.createData('search.json', searchDocuments(site, lists));
      addAlertPages(site, actions, baseUrl);
      await addListPages(lists, actions, baseUrl);
      await addRunbookFacts(site.content, actions);
    },
    configureWebpack: () => publishWhileDeveloping(() => latest),
    postBuild: ({outDir, content}) => writePublished(outDir, content),
  };
}
