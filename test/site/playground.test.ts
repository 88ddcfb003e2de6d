import type {Page} from 'playwright-core';
import {expect, it} from 'vitest';
import {formatPromql, lint, parsePromql, rules} from '../../src/core';
import {browserTests, readPage} from './site';

const test = browserTests();

/** The findings as they are listed: place, rule and message. */
async function listed(page: Page): Promise<readonly string[]> {
  const items = await page.locator('ol > li').all();
  return Promise.all(items.map(async item => (await item.innerText()).replace(/\s+/g, ' ').trim()));
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel('Markdown, a command or a query').fill(text);
}

const PAGE =
  '# Page\n\n```bash\n$ kubectl get pods -n web --watchh\ncurl http://a/?x=1&y=2\n```\n\n```promql\nrate(up)\n```\n';

test('says of a page what the terminal says, and marks the place', {
  path: '/playground/',
  async run({page, complaints, foreignRequests}) {
    await type(page, PAGE);
    await page.getByText('promql/').first().waitFor();
    const expected = lint([{path: 'playground.md', source: PAGE}]).map(
      ({severity, line, column, rule, message}) =>
        `${severity} Line ${line}:${column} ${rule} ${message.replace(/\s+/g, ' ')}`,
    );
    expect(await listed(page)).toEqual(expected);
    await page
      .getByRole('button', {name: 'Line 8:'})
      .or(page.getByRole('button', {name: /^Line/}))
      .last()
      .click();
    const marked = await page
      .getByLabel('Markdown, a command or a query')
      .evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      );
    expect(PAGE).toContain(marked);
    expect(marked.length).toBeGreaterThan(0);
    expect({complaints, foreignRequests}).toEqual({complaints: [], foreignRequests: []});
  },
});

test('guesses a command, says what it can do, and mends it', {
  path: '/playground/',
  async run({page}) {
    const command = 'kubectl delete pod web-0 -n web';
    await type(page, `$ ${command}`);
    await page.getByText('shell/no-prompt').waitFor();
    await page
      .getByText('destroy', {exact: true})
      .or(page.getByText('change', {exact: true}))
      .first()
      .waitFor();
    await page.getByRole('button', {name: 'Apply all safe fixes'}).click();
    await page.getByText('shell/no-prompt').waitFor({state: 'detached'});
    expect(await page.getByLabel('Markdown, a command or a query').inputValue()).toBe(command);
  },
});

test('lays out a query as our printer does', {
  path: '/playground/',
  async run({page}) {
    const query = 'sum by(job)(rate(http_requests_total{code=~"5.."}[5m]))';
    await type(page, query);
    const {expr} = parsePromql(query);
    if (expr === undefined) throw new Error('The query does not parse.');
    await page.getByText(formatPromql(expr)).last().waitFor();
  },
});

const HOSTILE =
  '---\ntitle: <script>window.intruder=1</script>\n---\n\n# <img src=x onerror="window.intruder=1">\n\n' +
  '[a](javascript:window.intruder=1)\n\n```bash {"name":"<img src=x onerror=window.intruder=1>"} title="<script>window.intruder=1</script>"\n' +
  'kubectl get "<img src=x onerror=window.intruder=1>"\n```\n';

test('runs nothing that a link brings along', {
  path: `/playground/#${new URLSearchParams({code: HOSTILE, kind: 'markdown'}).toString()}`,
  async run({page, complaints}) {
    await page.locator('ol > li').first().waitFor();
    expect(await page.getByLabel('Markdown, a command or a query').inputValue()).toBe(HOSTILE);
    await page.getByRole('button', {name: 'Put it into the address'}).click();
    await page.reload();
    await page.locator('ol > li').first().waitFor();
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
    expect(complaints).toEqual([]);
  },
});

test('says plainly what is too long', {
  path: '/playground/',
  async run({page}) {
    await type(page, 'a'.repeat(50_001));
    await page.getByText('Found 50001 characters, 50000 are the most.').waitFor();
  },
});

it('is linked from the page of each rule whose bad example it can judge', () => {
  const linked = rules.filter(({id}) =>
    readPage(`rules/${id}`).includes(`/playground/?rule=${id}`),
  );
  expect(linked.length).toBeGreaterThan(rules.length / 2);
});
