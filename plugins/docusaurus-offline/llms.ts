import type {DocusaurusConfig} from '@docusaurus/types';
import type {MarkdownPage} from './markdown-pages';

/** In this order; what belongs to none of them comes last, as what may be left out. */
const SECTIONS = ['runbooks', 'guides', 'reference'];

/** The list of pages that programs are to read, as llmstxt.org describes it. */
export function llmsText(
  {title, tagline, url, baseUrl}: Pick<DocusaurusConfig, 'title' | 'tagline' | 'url' | 'baseUrl'>,
  pages: readonly MarkdownPage[],
): string {
  const line = (page: MarkdownPage) =>
    `- [${page.title}](${url}${baseUrl}${page.file}): ${page.description.replace(/\s+/g, ' ')}`;
  const section = (heading: string, its: readonly MarkdownPage[]) =>
    its.length === 0 ? [] : [`## ${heading}\n\n${its.map(line).sort().join('\n')}`];
  const parts = [
    `# ${title}`,
    `> ${tagline}`,
    ...SECTIONS.flatMap(name =>
      section(
        capitalize(name),
        pages.filter(page => folderOf(page) === name),
      ),
    ),
    ...section(
      'Optional',
      pages.filter(page => !SECTIONS.includes(folderOf(page))),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function folderOf({file}: MarkdownPage): string {
  return file.replace(/\.md$/, '').split('/')[0] ?? '';
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
