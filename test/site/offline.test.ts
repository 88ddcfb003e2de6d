import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {launchBrowser, serveFolder} from '../../scripts/browser';
import {browserTests, buildFolder} from './site';

const test = browserTests();
const found = inject('browser');

describe.skipIf(found === null)('without a network', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found !== null) browser = await launchBrowser(found);
  });
  afterAll(() => browser?.close());

  it('a runbook that was never opened is there, says how old it is, and can be searched', async () => {
    const site = await serveFolder(buildFolder);
    const page = await browser.newPage();
    await page.goto(`${site.origin}/runbooks/high-error-rate/`);
    await page.evaluate(async () => {
      const {active} = await navigator.serviceWorker.ready;
      await new Promise<void>(resolve => {
        const check = () => active?.state === 'activated' && resolve();
        active?.addEventListener('statechange', check);
        check();
      });
    });
    await site.close();

    await page.goto(`${site.origin}/runbooks/high-cpu/`);
    await page.waitForSelector('html[data-has-hydrated="true"]');
    const built = readBuild().builtAt.replace('T', ' ').slice(0, 16);
    const bar = page.locator('#build-bar');
    await bar.getByText('No connection').waitFor();
    expect(await bar.innerText()).toBe(`No connection. These pages are as of ${built} UTC.`);
    expect(await page.locator('h1').innerText()).toBe('High CPU usage');

    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('ServiceDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/runbooks/service-down/**');
    await page.goto(`${site.origin}/alerts/ServiceDown`);
    await page.waitForURL('**/runbooks/service-down/**');
    await page.close();
  });
});

test('a newer build is announced, and loaded when asked for', {
  path: '/runbooks/high-error-rate/',
  async run({page, origin}) {
    const bar = page.locator('#build-bar');
    expect(await bar.innerText().catch(() => '')).toBe('');
    await page.route('**/build.json', route =>
      route.fulfill({json: {version: 'abc', builtAt: '2099-01-01T00:00:00Z'}}),
    );
    await page.goto(`${origin}/runbooks/high-cpu/`);
    await bar.getByText('A newer version of these pages is there.').waitFor();
    const reloaded = page.waitForEvent('load');
    await bar.getByRole('button', {name: 'Load it'}).click();
    await reloaded;
  },
});

test('each page says what was built when, also without JavaScript', {
  path: '/runbooks/high-error-rate/',
  options: {javaScriptEnabled: false},
  async run({page}) {
    const {version, builtAt} = readBuild();
    const shown = builtAt.replace('T', ' ').slice(0, 16);
    expect(await page.locator('.build-note').innerText()).toBe(
      `Version ${version}, built ${shown} UTC`,
    );
  },
});

test('the policy of a page lets no script run that the build did not write', {
  path: '/runbooks/high-error-rate/',
  async run({page, complaints}) {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      const link = document.createElement('a');
      link.setAttribute('onclick', 'window.intruder = true');
      document.body.append(link);
      link.click();
    });
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
    expect(complaints.length).toBe(2);
  },
});

it('the Markdown of a page is beside it, and llms.txt lists it', () => {
  const read = (path: string) => readFileSync(join(buildFolder, path), 'utf8');
  const source = readFileSync(join('docs', 'runbooks', 'high-error-rate.md'), 'utf8');
  expect(read('runbooks/high-error-rate.md')).toBe(source);
  const listed = Array.from(
    read('llms.txt').matchAll(/\]\(https:\/\/[^/]+\/(\S+\.md)\)/g),
    ([, path]) => path ?? '',
  );
  expect(listed).toContain('runbooks/high-error-rate.md');
  expect(listed.filter(path => read(path) === '')).toEqual([]);
});

it('the site can be installed', () => {
  const manifest = JSON.parse(readFileSync(join(buildFolder, 'app.webmanifest'), 'utf8'));
  expect(manifest).toMatchObject({
    name: 'Howlerops Runbooks',
    start_url: '/',
    display: 'standalone',
  });
  for (const {src} of manifest.icons) readFileSync(join(buildFolder, src));
});

function readBuild(): {readonly version: string; readonly builtAt: string} {
  return JSON.parse(readFileSync(join(buildFolder, 'build.json'), 'utf8'));
}
