import type {PluginOptions} from '@docusaurus/plugin-content-docs';

type Generator = NonNullable<PluginOptions['sidebarItemsGenerator']>;
type Item = Awaited<ReturnType<Generator>>[number];

type Ranked = {readonly rank: number; readonly title: string; readonly item: Item};

const severities = ['critical', 'warning', 'info'];

/** Runbooks of alerts first, the most severe on top, each with a class that says so. */
export const severitySidebarItems: Generator = async ({defaultSidebarItemsGenerator, ...args}) => {
  const docs = new Map(args.docs.map(doc => [doc.id, doc] as const));
  const items = await defaultSidebarItemsGenerator(args);
  const ranked = items.map((item): Ranked => {
    const doc = item.type === 'doc' ? docs.get(item.id) : undefined;
    const severity = doc && severityOf(doc.frontMatter);
    if (severity === undefined) return {rank: severities.length, title: '', item};
    const className = `severity severity--${severity}`;
    const rank = severities.indexOf(severity);
    return {rank, title: doc?.title ?? '', item: Object.assign(item, {className})};
  });
  return ranked.sort(byRankAndTitle).map(({item}) => item);
};

function byRankAndTitle(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || a.title.localeCompare(b.title, 'en');
}

function severityOf(frontMatter: Readonly<Record<string, unknown>>): string | undefined {
  const runbook = frontMatter['runbook'];
  if (typeof runbook !== 'object' || runbook === null) return undefined;
  if (!('alert' in runbook || 'alerts' in runbook) || !('severity' in runbook)) return undefined;
  return severities.find(severity => severity === runbook.severity);
}
