import {describe, expect} from 'vitest';
import {formatPromql, parsePromql} from '../../src/core';
import {browserTests, readRegistry} from './site';

const visit = browserTests();
const {runbooks} = readRegistry();
const errorRate = runbooks.find(({slug}) => slug === 'high-error-rate');

describe('the copy button', () => {
  visit('copies exactly what the runner runs, for each step of a page', {
    path: '/runbooks/high-error-rate/',
    async run({page, complaints}) {
      for (const step of errorRate?.steps ?? []) {
        // What is copied of the others depends on what is filled in.
        if (step.kind === 'manual' || step.inputs.length > 0) continue;
        const copy = page
          .locator(`[id="${step.name}"]`)
          .getByRole('button', {name: `Copy the ${step.kind}`});
        await copy.click();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(step.kind === 'command' ? step.script : formatted(step.expr));
      }
      expect(complaints).toEqual([]);
    },
  });

  visit('says to a screen reader that it copied', {
    path: '/runbooks/high-error-rate/',
    async run({page}) {
      const step = page.locator('[id="roll-back"]');
      await step.getByRole('button', {name: 'Copy the command roll-back'}).press('Enter');
      await step.getByRole('status').filter({hasText: 'Copied'}).waitFor();
    },
  });

  visit('copies the command of the runner', {
    path: '/runbooks/high-error-rate/',
    async run({page}) {
      const run = 'npx runbook run high-error-rate#roll-back';
      await page.getByRole('button', {name: `Copy ${run}`, exact: true}).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(run);
    },
  });

  visit('copies by the document where there is no clipboard API', {
    path: '/runbooks/high-error-rate/',
    async run({page}) {
      await page.evaluate(() => {
        Object.defineProperty(window.navigator, 'clipboard', {
          value: undefined,
          configurable: true,
        });
        document.addEventListener('copy', () => {
          document.body.dataset['copied'] = String(window.getSelection());
        });
        document.execCommand = new Proxy(document.execCommand, {
          apply(target, self, [command]) {
            const area = document.activeElement;
            if (area instanceof HTMLTextAreaElement) document.body.dataset['copied'] = area.value;
            return Reflect.apply(target, self, [command]);
          },
        });
      });
      const step = page.locator('[id="rollout-history"]');
      await step.getByRole('button', {name: 'Copy the command'}).click();
      await step.getByRole('status').filter({hasText: 'Copied'}).waitFor();
      expect(await page.evaluate(() => document.body.dataset['copied'])).toBe(
        'kubectl rollout history deployment/sql-studio-backend -n sql-studio',
      );
    },
  });
});

/** As the page shows it. */
function formatted(query: string): string {
  const {expr} = parsePromql(query);
  return expr === undefined ? query : formatPromql(expr);
}
