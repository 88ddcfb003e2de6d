import type {Page} from 'playwright-core';

/** A state of the site that is worth a picture and has to be accessible. */
export type Scene = {
  /** Names the pictures. */
  readonly name: string;
  /** What it shows, for the names of tests. */
  readonly title: string;
  readonly path: string;
  /** What a reader does there first. */
  readonly act?: (page: Page) => Promise<void>;
};

/** One of each kind of page, and the search where it can be opened. */
export const SCENES: readonly Scene[] = [
  {name: 'home', title: 'the home page', path: '/'},
  {name: 'runbook', title: 'a runbook', path: '/runbooks/high-error-rate/'},
  {name: 'step', title: 'a step', path: '/runbooks/high-error-rate/#recent-releases'},
  {
    name: 'inputs',
    title: 'inputs from a link, and one that is edited in a command',
    path: '/runbooks/pod-crash-loop/#v.POD_NAME=web-1&v.REVISION=last',
    async act(page) {
      await page.locator('[id="describe-pod"]').getByText('"web-1"').waitFor();
      await page
        .getByRole('button', {name: /edit REVISION/})
        .first()
        .click();
      await page.keyboard.type('last');
      await page.locator('[id="inputs"]').evaluate(element => element.scrollIntoView());
    },
  },
  {name: 'list', title: 'a list of pages', path: '/runbooks/'},
  {name: 'guide', title: 'a guide', path: '/guides/on-call/'},
  {name: 'reference', title: 'a reference page', path: '/reference/changes-from-source/'},
  {
    name: 'commands',
    title: 'the filtered list of commands',
    path: '/commands/?tool=kubectl&effect=change',
  },
  {name: 'metrics', title: 'the list of metrics', path: '/metrics/'},
  {name: 'alerts', title: 'the list of alerts', path: '/alerts/'},
  {
    name: 'unknown-alert',
    title: 'an alert that nobody knows',
    path: '/alerts/KubePodCrashLooping',
    async act(page) {
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'playground',
    title: 'the playground',
    path: '/playground/?rule=shell/no-prompt',
    act: page => page.getByText('shell/no-prompt').first().waitFor(),
  },
  {name: 'missing', title: 'a page that is not there', path: '/nothing-here'},
  {
    name: 'search',
    title: 'the open search',
    path: '/runbooks/high-error-rate/',
    async act(page) {
      await page.keyboard.press('/');
      await searchFor(page, 'kubectl rollout undo');
    },
  },
  {
    name: 'home-search',
    title: 'the results on the home page',
    path: '/',
    act: page => searchFor(page, 'error'),
  },
];

async function searchFor(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox').fill(query);
  await page.getByRole('option').first().waitFor();
}
