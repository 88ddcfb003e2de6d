import GithubSlugger from 'github-slugger';

/** The URL part of a page by its path: the file's name, or its folder's for `index` and `README`. */
export function slugOf(path: string): string {
  const parts = path.split(/[/\\]/).filter(part => part !== '' && part !== '.');
  const file = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const name = /^(?:index|readme)$/i.test(file) ? (parts.at(-2) ?? file) : file;
  return new GithubSlugger().slug(name) || 'runbook';
}
