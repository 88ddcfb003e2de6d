import {describe, expect, test} from 'vitest';
import {browserTests, readPage, readRegistry} from './site';

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
