import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {unzipSync} from 'fflate';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {launchBrowser} from '../../scripts/browser';

const found = inject('browser');
const folder = mkdtempSync(join(tmpdir(), 'runbook-offline-'));

beforeAll(() => {
  const made = spawnSync(
    process.execPath,
    ['node_modules/ts-node/dist/bin.js', 'scripts/build-offline.ts', folder],
    {encoding: 'utf8', env: {...process.env, NODE_ENV: 'production'}},
  );
  if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`);
  for (const [path, bytes] of Object.entries(
    unzipSync(readFileSync(join(folder, 'runbooks.zip'))),
  )) {
    const file = join(folder, 'unpacked', path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, bytes);
  }
}, 240_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe.skipIf(found === null)('opened from disk', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    if (found === null) return;
    browser = await launchBrowser(found);
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());
  const address = (path: string, hash = '') => pathToFileURL(join(folder, path)).href + hash;

  it('the zip is the site: its search finds, its links lead, its commands are copied', async () => {
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(address('unpacked/runbooks/index.html'));
    await page.getByRole('combobox').fill('rollout undo');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/runbooks\/.*#roll-back$/);
    await page.goto(address('unpacked/runbooks/index.html', '#/alerts/HighErrorRate'));
    await page.getByRole('heading', {level: 1, name: 'High error rate'}).waitFor();
    await page.getByRole('link', {name: 'Check for a release in the last hour'}).click();
    await page.getByRole('button', {name: /^Copy/}).first().click();
    await page.getByText('Copied').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('the one page has every runbook, leads to itself, and breaks no flag on paper', async () => {
    await page.goto(address('runbooks.html'));
    const registry = JSON.parse(readFileSync(join('build', 'registry.json'), 'utf8'));
    const slugs: readonly string[] = registry.runbooks.map(({slug}: {slug: string}) => slug);
    const there = await page.locator('article').evaluateAll(all => all.map(({id}) => id));
    expect(there.toSorted()).toEqual(slugs.toSorted());
    const dead = await page
      .locator('a[href^="#"]')
      .evaluateAll(links =>
        links
          .map(link => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
          .filter(id => document.getElementById(id) === null),
      );
    expect(dead).toEqual([]);
    const elsewhere = await page
      .locator('a:not([href^="#"])')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
    expect(elsewhere.filter(href => !/^(?:https?|mailto):/.test(href))).toEqual([]);
    await page.emulateMedia({media: 'print'});
    await page.setViewportSize({width: 500, height: 800});
    const broken = await page
      .locator('pre span')
      .evaluateAll(words =>
        words.filter(word => word.getClientRects().length > 1).map(word => word.textContent),
      );
    expect(broken).toEqual([]);
  });
});

it('the one page is small enough to mail, and holds no script', () => {
  const html = readFileSync(join(folder, 'runbooks.html'), 'utf8');
  expect(html.length).toBeLessThan(1_000_000);
  expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
});
