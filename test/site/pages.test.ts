import {describe, expect} from 'vitest';
import {browserTests} from './site';

const visit = browserTests();

describe('a page asks no other host for anything and has nothing to complain of', () => {
  for (const path of ['/', '/runbooks/', '/runbooks/pod-crash-loop/', '/guides/on-call/']) {
    visit(path, {
      path,
      async run({page, complaints, foreignRequests}) {
        await page.waitForLoadState('networkidle');
        expect({complaints, foreignRequests}).toEqual({complaints: [], foreignRequests: []});
      },
    });
  }
});

describe('a runbook', () => {
  visit('shows its alert, its severity and how long the alert waits', {
    path: '/runbooks/high-error-rate',
    async run({page}) {
      const head = page.getByRole('article').getByRole('listitem').first();
      expect(await head.innerText()).toMatch(/^critical\s+HighErrorRate\s+for 5m$/);
    },
  });

  visit('shows on what its alert fires, who owns it, its last change and its review', {
    path: '/runbooks/high-error-rate',
    options: {javaScriptEnabled: false},
    async run({page}) {
      const expression = page.getByRole('group', {name: 'HighErrorRate fires on'});
      expect(await expression.innerText()).toMatch(/^sum by \(namespace, pod\)[^]*> 0\.05$/);
      const facts = await page.getByRole('article').getByRole('definition').allInnerTexts();
      expect(facts[0]).toBe('SQL Studio backend on call');
      // An archive without a history has no last change.
      if (facts.length === 3) expect(facts[1]).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(facts.at(-1)).toBe('no date set');
    },
  });

  visit('fits on a phone without scrolling sideways', {
    path: '/runbooks/high-error-rate/',
    options: {viewport: {width: 360, height: 740}},
    async run({page}) {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
  });

  visit('lets a manual step be ticked off, and calls the box by its text', {
    path: '/runbooks/high-error-rate/',
    async run({page}) {
      const box = page.getByRole('checkbox', {name: 'Look for recent code changes'});
      await box.check();
      expect(await box.isChecked()).toBe(true);
    },
  });

  visit('shows every command and query without JavaScript', {
    path: '/runbooks/high-error-rate/',
    options: {javaScriptEnabled: false},
    async run({page}) {
      const code = await page.locator('[id="rollout-history"] code').first().innerText();
      expect(code.trim()).toBe(
        'kubectl rollout history deployment/sql-studio-backend -n sql-studio',
      );
    },
  });
});

describe('the home page', () => {
  visit('lists the critical alerts before the others', {
    path: '/',
    async run({page}) {
      const headings = await page.getByRole('heading', {level: 2}).allInnerTexts();
      expect(headings.slice(0, 2)).toEqual(['Critical', 'Warning']);
      await page.getByRole('link', {name: /^HighErrorRate/}).click();
      await page.waitForURL('**/runbooks/high-error-rate/');
    },
  });
});
