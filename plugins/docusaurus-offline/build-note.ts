import {spawnSync} from 'node:child_process';
import type {HtmlTagObject} from '@docusaurus/types';

/** What `build.json` says, and each page at its foot. */
export type Build = {
  /** The commit, abbreviated, with a `+` behind it if files differed from it; empty without git. */
  readonly version: string;
  /** ISO 8601, in UTC. */
  readonly builtAt: string;
};

/** `SOURCE_DATE_EPOCH`, in seconds, stands in for the clock where builds have to be the same. */
export function describeBuild(siteDir: string): Build {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const time = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  const commit = git(['rev-parse', '--short=9', 'HEAD'], siteDir);
  const changes = commit === '' ? '' : git(['status', '--porcelain'], siteDir);
  return {
    version: changes === '' ? commit : `${commit}+`,
    builtAt: `${time.toISOString().slice(0, 19)}Z`,
  };
}

/** Outside of what React draws, so that a new build changes no script. */
export function buildNote({version, builtAt}: Build): HtmlTagObject {
  const shown = builtAt.replace('T', ' ').replace(/:\d\dZ$/, ' UTC');
  const what = version === '' ? '' : `Version <code>${version}</code>, `;
  const html = `${what}built <time datetime="${builtAt}">${shown}</time>`;
  return {
    tagName: 'aside',
    attributes: {class: 'build-note', 'aria-label': 'This build'},
    innerHTML: html,
  };
}

function git(args: readonly string[], cwd: string): string {
  const {status, stdout} = spawnSync('git', args, {cwd, encoding: 'utf8'});
  return status === 0 ? stdout.trim() : '';
}
