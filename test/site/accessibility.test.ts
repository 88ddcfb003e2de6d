import {readFileSync} from 'node:fs';
import type {AxeResults} from 'axe-core';
import {describe, expect} from 'vitest';
import {SCENES} from '../../scripts/browser';
import {browserTests} from './site';
import type {Visit} from './site';

const visit = browserTests();
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const screens = [
  {colorScheme: 'light', width: 1280},
  {colorScheme: 'dark', width: 1280},
  {colorScheme: 'dark', width: 390},
] as const;

for (const {colorScheme, width} of screens) {
  const options = {colorScheme, viewport: {width, height: 900}};
  describe(`axe finds nothing in ${colorScheme}, ${width} px wide, on`, () => {
    for (const {title, path, act} of SCENES) {
      visit(title, {
        path,
        options,
        async run({page}) {
          await act?.(page);
          expect(await violations(page)).toEqual([]);
        },
      });
    }

    visit('the page of an alert', {path: '/', options, run: checkAlertPage});
  });
}

/** Without its scripts, so that it stays to be looked at. */
async function checkAlertPage({page, origin}: Visit): Promise<void> {
  await page.route('**/alerts/HighErrorRate/', async route => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({response, body: html.replace(/<script[^>]*src=[^>]*><\/script>/g, '')});
  });
  await page.goto(`${origin}/alerts/HighErrorRate/`);
  expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('HighErrorRate');
  expect(await violations(page)).toEqual([]);
}

async function violations(page: Visit['page']) {
  await page.evaluate(axe);
  const found = await page.evaluate<AxeResults>('axe.run()');
  return found.violations.map(({id, nodes}) => ({
    id,
    nodes: nodes.map(({html, failureSummary}) => ({html, failureSummary})),
  }));
}
