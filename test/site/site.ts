import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, inject, test} from 'vitest';
import {launchBrowser, serveFolder} from '../../scripts/browser';
import type {ServedFolder} from '../../scripts/browser';
import type {Registry} from '../../src/core';

export const buildFolder = join(__dirname, '..', '..', 'build');

export function readRegistry(): Registry {
  return JSON.parse(readFileSync(join(buildFolder, 'registry.json'), 'utf8'));
}

/** The HTML of a page as it is built, by its path on the site. */
export function readPage(path: string): string {
  return readFileSync(join(buildFolder, path, 'index.html'), 'utf8');
}

/** A page of the built site, with everything in it that a reader should never meet. */
export type Visit = {
  readonly page: Page;
  readonly origin: string;
  readonly complaints: readonly string[];
  readonly foreignRequests: readonly string[];
};

export type BrowserTest = {
  readonly path: string;
  readonly options?: BrowserContextOptions;
  readonly run: (visit: Visit) => Promise<void>;
};

/**
 * Serves the built site and starts one browser for all tests of a file; the result declares a test
 * that visits a page. Without a browser the tests are skipped, with `CI=true` they fail.
 */
export function browserTests(): (name: string, visit: BrowserTest) => void {
  const found = inject('browser');
  const isSkipped = found === null && process.env['CI'] !== 'true';
  let browser: Browser | undefined;
  let site: ServedFolder | undefined;
  beforeAll(async () => {
    if (isSkipped) return;
    if (found === null) throw new Error('No browser found. Name one in the variable CHROME.');
    site = await serveFolder(buildFolder);
    browser = await launchBrowser(found);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  if (isSkipped) test.skip('in a browser: none found; name one in the variable CHROME');
  return (name, visit) => {
    test.skipIf(isSkipped)(name, async () => {
      if (browser === undefined || site === undefined) throw new Error('The browser is not up.');
      await visitPage(browser, site.origin, visit);
    });
  };
}

/** Docusaurus says so when its components have come alive. */
const HYDRATED = 'html[data-has-hydrated="true"]';

async function visitPage(browser: Browser, origin: string, visit: BrowserTest): Promise<void> {
  const {path, options, run} = visit;
  const context = await browser.newContext({reducedMotion: 'reduce', ...options});
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin});
    const page = await context.newPage();
    const complaints: string[] = [];
    const foreignRequests: string[] = [];
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    context.on('request', request => {
      if (!request.url().startsWith(`${origin}/`)) foreignRequests.push(request.url());
    });
    await page.goto(`${origin}${path}`);
    if (options?.javaScriptEnabled !== false) await page.waitForSelector(HYDRATED);
    await run({page, origin, complaints, foreignRequests});
  } finally {
    await context.close();
  }
}
