import type {Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {pasteIntoBash} from './paste';
import {browserTests, readPage} from './site';

const visit = browserTests();
const path = '/runbooks/pod-crash-loop/';

describe('the inputs of a page', () => {
  visit('come from the link, at the step that it names', {
    path: `${path}#describe-pod&v.POD_NAME=web-1&v.UNKNOWN=x`,
    async run({page, complaints}) {
      const step = page.locator('[id="describe-pod"]');
      await step.getByText('"web-1"').waitFor();
      expect(await step.getAttribute('data-linked')).toBe('true');
      expect(await step.evaluate(isOnScreen)).toBe(true);
      expect(await said(page, 'POD_NAME')).toBe('from the link');
      expect(await copied(page, 'describe-pod')).toBe('kubectl describe pod "web-1" -n sql-studio');
      const run = 'npx runbook run pod-crash-loop#describe-pod --set';
      expect(await step.locator('code').last().innerText()).toBe(`${run} POD_NAME=web-1`);
      expect(complaints).toEqual([]);
    },
  });

  visit('are left out of the link where they do not fit', {
    path: `${path}#v.POD_NAME=%24(x)&v.REVISION=last`,
    async run({page}) {
      const notice = page.getByRole('status').filter({hasText: 'Left out of the link'});
      expect(await notice.innerText()).toMatch(/does not fit: POD_NAME, REVISION\.$/);
      expect(await field(page, 'POD_NAME').inputValue()).toBe('');
      expect(await said(page, 'REVISION')).toBe('not filled in');
    },
  });

  visit('are the same wherever they are used, and stay in the tab until they are cleared', {
    path,
    async run({page}) {
      await page
        .locator('[id="previous-logs"]')
        .getByRole('button', {name: /POD_NAME/})
        .press('Enter');
      await page.keyboard.type('web-2');
      await page.keyboard.press('Enter');
      expect(await focusedText(page)).toBe('web-2');
      expect(await copied(page, 'panic-trace')).toContain('kubectl logs "web-2" -n');
      expect(await said(page, 'POD_NAME')).toBe('from this tab');
      await page.reload();
      await page.locator('[id="last-state"]').getByText('"web-2"').waitFor();
      await page.getByRole('button', {name: 'Clear values'}).click();
      expect(await field(page, 'POD_NAME').inputValue()).toBe('');
      expect(await copied(page, 'describe-pod')).toContain('${POD_NAME:?');
    },
  });

  visit('are no longer from the link once they are changed', {
    path: `${path}#roll-back&v.POD_NAME=web-1&v.REVISION=41`,
    async run({page}) {
      await field(page, 'POD_NAME').fill('web-2');
      expect(await page.evaluate(() => window.location.hash)).toBe('#roll-back&v.REVISION=41');
      await page.reload();
      await page.getByText('from this tab').waitFor();
      expect(await field(page, 'POD_NAME').inputValue()).toBe('web-2');
      expect(await said(page, 'REVISION')).toBe('from the link');
    },
  });

  visit('say what would fit, and are not copied before', {
    path,
    async run({page}) {
      await field(page, 'REVISION').fill('last');
      expect(await said(page, 'REVISION')).toBe(
        'Does not fit: expected a whole number, such as 41.',
      );
      expect(await copied(page, 'roll-back')).toContain('--to-revision="${REVISION:?The revision');
    },
  });

  visit('read without JavaScript, as the commands do', {
    path,
    options: {javaScriptEnabled: false},
    async run({page}) {
      const bar = page.getByRole('region', {name: 'Inputs'});
      expect(await bar.innerText()).toContain('The pod that keeps restarting');
      expect(await bar.innerText()).toContain('The fields need JavaScript.');
      expect((await page.locator('[id="describe-pod"] pre').innerText()).trim()).toBe(
        'kubectl describe pod "$POD_NAME" -n sql-studio',
      );
    },
  });
});

describe('a copied command', () => {
  visit('does nothing but say what it lacks', {
    path,
    async run({page}) {
      expect(await copied(page, 'describe-pod')).toBe(
        'kubectl describe pod "${POD_NAME:?The pod that keeps restarting}" -n sql-studio',
      );
      for (const step of ['describe-pod', 'last-state', 'roll-back', 'set-config']) {
        const {called, said: words} = pasteIntoBash(await copied(page, step));
        expect({step, called}).toEqual({
          step,
          called: step === 'last-state' ? expect.any(String) : '',
        });
        expect(words).toMatch(/The (?:pod that keeps|revision to go|key in the ConfigMap)/);
      }
    },
  });

  for (const value of [
    `it's "$HOME" \\ ! !! !x`,
    '$(kubectl gone) `kubectl gone`; kubectl gone #',
    "'; kubectl gone; '",
    '-rf --all',
    'two\nlines',
    '\u001b[201~\rkubectl gone\r',
  ]) {
    visit(`hands over exactly the value: ${JSON.stringify(value)}`, {
      path: `${path}#v.CONFIG_KEY=A&v.CONFIG_VALUE=${encodeURIComponent(value)}`,
      async run({page, complaints}) {
        await page
          .locator('[id="set-config"]')
          .getByRole('button', {name: /edit CONFIG_VALUE/})
          .waitFor();
        const text = await copied(page, 'set-config');
        const {called} = pasteIntoBash(text);
        expect(called.replace(/\[rollout\][^]*/, '')).toBe(
          `[-n][--arg][key][A][--arg][value][${value}][{data: {($key): $value}}]\n` +
            '[patch][configmap][sql-studio-config][-n][sql-studio][--type=merge][-p][]\n',
        );
        expect(complaints).toEqual([]);
      },
    });
  }
});

describe('a query', () => {
  visit('opens in Grafana, and tells it nothing of the page', {
    path,
    async run({page}) {
      const link = page
        .locator('[id="restarts-stopped"]')
        .getByRole('link', {name: 'Open in Grafana Explore'});
      const url = new URL((await link.getAttribute('href')) ?? '');
      expect(url.origin).toBe('https://grafana.sqlstudio.io');
      expect(JSON.parse(url.searchParams.get('panes') ?? '').query.queries).toEqual([
        {
          refId: 'A',
          expr: 'sum(increase(kube_pod_container_status_restarts_total{namespace="sql-studio"}[5m]))',
        },
      ]);
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    },
  });
});

describe('a checklist', () => {
  const list = '/runbooks/high-error-rate/';

  visit('keeps its ticks in the tab, gives them as Markdown, and clears them', {
    path: list,
    async run({page, origin}) {
      const box = page.getByRole('checkbox', {name: 'Look for recent code changes'});
      await box.check();
      await page.reload();
      await page.getByText('1 of 4 on this page done').first().waitFor();
      expect(await box.isChecked()).toBe(true);
      await page.getByRole('button', {name: 'Copy as Markdown'}).first().click();
      const markdown = await clipboard(page);
      expect(markdown.split('\n').slice(0, 2)).toEqual([`[High error rate](${origin}${list})`, '']);
      expect(markdown.match(/^- \[[ x]\] .+$/gm)).toHaveLength(4);
      expect(markdown).toMatch(/^- \[x\] Look for recent code changes/m);
      await page.getByRole('button', {name: 'Clear ticks'}).first().click();
      expect(await box.isChecked()).toBe(false);
    },
  });
});

describe('the page as it is built', () => {
  visit('has its inputs as text and its commands as they are written', {
    path,
    async run() {
      const html = readPage(path);
      expect(html).toContain('The pod that keeps restarting');
      expect(html).not.toContain('role="button" tabindex="0" class="chip');
    },
  });
});

function field(page: Page, name: string) {
  return page.locator(`[id="input-${name}"]`);
}

async function said(page: Page, name: string): Promise<string> {
  return page.locator(`[id="input-${name}-said"]`).innerText();
}

async function copied(page: Page, step: string): Promise<string> {
  await page
    .locator(`[id="${step}"]`)
    .getByRole('button', {name: /^Copy the (command|query)/})
    .click();
  return clipboard(page);
}

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function isOnScreen(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
