import {describe, expect, test} from 'vitest';
import {browserTests, readPage, readRegistry} from './site';
import type {Visit} from './site';

const visit = browserTests();
const {runbooks} = readRegistry();
const steps = runbooks.flatMap(runbook => runbook.steps.filter(({kind}) => kind !== 'manual'));

describe('/commands', () => {
  test('has every command and query of the registry on its pages, without JavaScript', () => {
    const pages = ['commands', 'commands/2'].map(readPage);
    expect(rowsIn(pages.join(''))).toBe(steps.length);
    expect(pages[0]).toMatch(/rel="?next"?/);
  });

  visit('filters all pages, keeps the filter in the address, and leads to the step', {
    path: '/commands/',
    async run({page, complaints, foreignRequests}) {
      await page.getByLabel('Tool').selectOption('kubectl');
      await page.getByLabel('Effect').selectOption('destroy');
      await page.waitForURL('**/commands/?tool=kubectl&effect=destroy');
      const destroying = steps.filter(({effect}) => effect === 'destroy');
      await page
        .getByRole('status')
        .filter({hasText: `${destroying.length} of ${steps.length}`})
        .waitFor();
      await page.getByRole('rowheader').first().getByRole('link').click();
      await page.waitForURL(/\/runbooks\/[\w-]+\/#[\w-]+$/);
      expect({complaints, foreignRequests}).toEqual({complaints: [], foreignRequests: []});
    },
  });

  visit('opens a view that somebody linked, and shows all again', {
    path: '/commands/?runbook=high-error-rate&alert=HighErrorRate',
    async run({page, complaints}) {
      const own = steps.filter(({id}) => id.startsWith('high-error-rate#'));
      await page
        .getByRole('status')
        .filter({hasText: `${own.length} of `})
        .waitFor();
      expect(await page.getByRole('rowheader').count()).toBe(own.length);
      expect(await page.getByLabel('Runbook').inputValue()).toBe('high-error-rate');
      await page.getByRole('button', {name: 'Show all'}).click();
      await page.waitForURL('**/commands/');
      expect(complaints).toEqual([]);
    },
  });

  visit('shows a hostile filter as the text that it is', {
    path: `/commands/?tool=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    async run({page, complaints}) {
      await page
        .getByRole('status')
        .filter({hasText: `0 of ${steps.length}`})
        .waitFor();
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(complaints).toEqual([]);
    },
  });

  visit('copies a command', {
    path: '/commands/?runbook=high-error-rate&effect=change',
    async run({page}) {
      await page
        .getByRole('button', {name: /^Copy the command/})
        .first()
        .click();
      const change = steps.find(
        ({id, effect}) => id.startsWith('high-error-rate#') && effect === 'change',
      );
      const script = change?.kind === 'command' ? change.script : undefined;
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(script);
    },
  });
});

describe('/metrics', () => {
  visit('shows the steps and the alerts that use a metric, without JavaScript', {
    path: '/metrics/#sql_studio_http_request_duration_seconds',
    options: {javaScriptEnabled: false},
    async run({page}) {
      const row = page.locator('[id="sql_studio_http_request_duration_seconds"]');
      expect(await row.getByRole('link', {name: 'HighErrorRate'}).getAttribute('href')).toBe(
        '/alerts/HighErrorRate/',
      );
      expect(await row.locator('a[href^="/runbooks/high-error-rate/#"]').count()).toBeGreaterThan(
        0,
      );
    },
  });
});

describe('/alerts', () => {
  visit('shows each alert with its expression and its runbook, without JavaScript', {
    path: '/alerts/',
    options: {javaScriptEnabled: false},
    async run({page}) {
      const row = page.locator('[id="HighErrorRate"]');
      expect(await row.locator('code').innerText()).toMatch(/^sum by \(namespace, pod\)/);
      await row.getByRole('link', {name: 'High error rate'}).click();
      await page.waitForURL('**/runbooks/high-error-rate/');
    },
  });

  visit('counts the alerts without a page and the pages without an alert', {
    path: '/alerts/',
    async run({page, complaints}) {
      expect(await page.getByRole('definition').allInnerTexts()).toEqual(['24', '0', '0']);
      const procedures = runbooks.filter(({alerts}) => alerts.length === 0);
      const links = page
        .getByRole('region', {name: 'Runbooks that name no alert'})
        .getByRole('link');
      expect(await links.count()).toBe(procedures.length);
      expect(complaints).toEqual([]);
    },
  });
});

describe('a phone', () => {
  for (const path of ['/commands/', '/metrics/', '/alerts/', '/alerts/NobodyKnows']) {
    visit(`shows ${path} without scrolling sideways`, {
      path,
      options: {viewport: {width: 390, height: 844}},
      run: expectNoOverflow,
    });
  }
});

async function expectNoOverflow({page}: Visit): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

function rowsIn(html: string): number {
  return html.match(/<th [^>]*scope="?row/g)?.length ?? 0;
}
