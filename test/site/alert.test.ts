import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {browserTests, buildFolder, readPage, readRegistry} from './site';

const visit = browserTests();

describe('the permalink of an alert', () => {
  for (const name of ['HighErrorRate', 'higherrorrate']) {
    visit(`leads from ${name} to its runbook`, {
      path: `/alerts/${name}`,
      async run({page, complaints, foreignRequests}) {
        await page.waitForURL('**/runbooks/high-error-rate/');
        await page.getByRole('heading', {level: 1, name: 'High error rate'}).waitFor();
        expect({complaints, foreignRequests}).toEqual({complaints: [], foreignRequests: []});
      },
    });
  }

  visit('leads to the runbook without JavaScript', {
    path: '/alerts/HighErrorRate',
    options: {javaScriptEnabled: false},
    async run({page}) {
      await page.waitForURL('**/runbooks/high-error-rate/');
    },
  });

  visit('keeps the fragment of its link', {
    path: '/alerts/HighErrorRate#roll-back',
    async run({page}) {
      await page.waitForURL('**/runbooks/high-error-rate/#roll-back');
    },
  });

  visit('leads to the runbook in any case', {
    path: '/alerts/HIGHerrorRATE',
    async run({page}) {
      await page.waitForURL('**/runbooks/high-error-rate/');
    },
  });

  for (const name of ['HighErrorRate', 'higherrorrate']) {
    test(`is a plain file at ${name}.md`, () => {
      const source = readFileSync(
        join(buildFolder, '..', 'docs/runbooks/high-error-rate.md'),
        'utf8',
      );
      expect(readFileSync(join(buildFolder, 'alerts', `${name}.md`), 'utf8')).toBe(source);
    });
  }

  visit('of an alert that nobody knows searches for what is near', {
    path: '/alerts/KubePodCrashLooping',
    async run({page, foreignRequests}) {
      await page.getByRole('heading', {level: 1, name: 'KubePodCrashLooping'}).waitFor();
      expect(await page.getByRole('combobox').inputValue()).toBe('KubePodCrashLooping');
      await page
        .getByRole('option', {name: /PodCrashLooping/})
        .first()
        .click();
      await page.waitForURL('**/runbooks/pod-crash-loop/');
      expect(foreignRequests).toEqual([]);
    },
  });

  visit('shows a hostile name as the text that it is', {
    path: `/alerts/${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    async run({page}) {
      await page.getByRole('heading', {level: 1, name: '<img src=x onerror=alert(1)>'}).waitFor();
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    },
  });

  const alerts = readRegistry().runbooks.flatMap(runbook => runbook.alerts);
  test.each(alerts)('%s has a page in both spellings, with a link for every reader', name => {
    for (const spelling of [name, name.toLowerCase()]) {
      const html = readPage(`alerts/${spelling}`);
      expect(html).toMatch(/<meta[^>]*http-equiv="?refresh"?[^>]*>/);
      expect(html).toContain(name);
      expect(html).toMatch(/<a [^>]*href="?\/runbooks\//);
    }
  });
});
