import {describe, expect} from 'vitest';
import {browserTests} from './site';
import type {Visit} from './site';

const visit = browserTests();

describe('the search', () => {
  const queries: readonly (readonly [string, RegExp])[] = [
    ['HighErrorRate', /^HighErrorRate critical/],
    ['higherrorrate', /^HighErrorRate critical/],
    ['HihgErrorRate', /^HighErrorRate critical/],
    ['CrashLoopBackOff', /CrashLoopBackOff/],
    ['LoopBackOff', /CrashLoopBackOff/],
    ['kubectl rollout undo', /kubectl rollout undo/],
    ['requests_total', /sql_studio_http_requests_total/],
    ['--previous', /--previous/],
  ];
  for (const [query, found] of queries) {
    visit(`finds ${query} first`, {
      path: '/runbooks/high-error-rate/',
      async run({page, complaints, foreignRequests}) {
        expect(await firstResult(page, query)).toMatch(found);
        expect({complaints, foreignRequests}).toEqual({complaints: [], foreignRequests: []});
      },
    });
  }

  for (const keys of ['/', 'Control+k']) {
    visit(`opens by ${keys}, moves by arrows and leads to the step`, {
      path: '/runbooks/high-latency/',
      async run({page}) {
        await page.keyboard.press(keys);
        await page.keyboard.type('kubectl rollout undo');
        const options = page.getByRole('option');
        await options.first().waitFor();
        await page.keyboard.press('ArrowDown');
        expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
        await page.keyboard.press('Enter');
        await page.waitForURL(/#[\w-]+$/);
        expect(await page.getByRole('dialog').count()).toBe(0);
      },
    });
  }

  visit('closes by Escape and gives the focus back', {
    path: '/',
    async run({page}) {
      await page.getByRole('button', {name: 'Search'}).press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({state: 'detached'});
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-haspopup')).toBe('dialog');
    },
  });

  visit('leaves a slash to the one who writes it', {
    path: '/',
    async run({page}) {
      await page.getByRole('combobox').click();
      await page.keyboard.type('deployment/x');
      expect(await page.getByRole('combobox').inputValue()).toBe('deployment/x');
    },
  });

  visit('works in the box of the home page', {
    path: '/',
    async run({page}) {
      await page.getByRole('combobox').fill('PodCrashLooping');
      await page.getByRole('option').first().click();
      await page.waitForURL('**/runbooks/pod-crash-loop/');
    },
  });

  const facets: readonly (readonly [string, string, RegExp])[] = [
    ['Runbooks', 'HighErrorRate', /^High error rate/],
    ['Alerts', 'latency', /^(?:High|Critical)APILatency/],
    ['Commands', 'rollout', /kubectl rollout/],
    ['Queries', 'requests_total', /_requests_total/],
    ['Metrics', 'restarts_total', /^kube_pod_container_status_restarts_total/],
  ];
  for (const [facet, query, found] of facets) {
    visit(`shows only ${facet} when asked to, by keyboard`, {
      path: '/runbooks/high-latency/',
      async run({page, complaints}) {
        await page.keyboard.press('/');
        await page.keyboard.type(query);
        const button = page.getByRole('dialog').getByRole('button', {name: facet, exact: true});
        await page.getByRole('option').first().waitFor();
        await button.press('Enter');
        await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
        expect(await page.getByRole('option').first().innerText()).toMatch(found);
        expect(complaints).toEqual([]);
      },
    });
  }

  visit('copies the command of a result by Ctrl-C and by its button', {
    path: '/runbooks/high-latency/',
    async run({page}) {
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.keyboard.press('/');
      await page.keyboard.type('kubectl rollout history');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Control+c');
      await page.getByRole('status').filter({hasText: 'Copied'}).waitFor();
      expect(await copied()).toMatch(/^kubectl rollout history deployment/);

      await page.getByRole('combobox').fill('kubectl rollout undo');
      await page.getByTitle('Copy (Ctrl C)').first().click();
      await expect.poll(copied).toMatch(/^kubectl rollout undo deployment/);
      expect(await page.getByRole('combobox').evaluate(box => box === document.activeElement)).toBe(
        true,
      );
    },
  });

  visit('says so when nothing is found', {
    path: '/',
    async run({page}) {
      await page.getByRole('combobox').fill('zzzzqqqq');
      await page.getByText('Nothing found.').waitFor();
    },
  });
});

async function firstResult(page: Visit['page'], query: string): Promise<string> {
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(query);
  const first = page.getByRole('option').first();
  await first.waitFor();
  return (await first.innerText()).replace(/\s+/g, ' ');
}
