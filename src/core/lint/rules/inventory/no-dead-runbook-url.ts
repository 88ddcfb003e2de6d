import type {AlertRule} from '../../../inventory';
import {closest} from '../../../closest';
import type {Page, Pages} from '../../page';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/no-dead-runbook-url',
  summary: 'Disallow a `runbook_url` that leads to no page or section',
  why: 'Whoever is paged opens the link in the alert first, and gets an error page or the top of a long one.',
  severity: 'error',
  messages: {
    page: 'Found `{{url}}`, to which no page leads, expected the address of `{{path}}`, which has the alert `{{alert}}`.',
    similar: 'Found `{{url}}`, to which no page leads, expected `{{similar}}` at its end, as `{{path}}` has it.',
    section: 'Found `#{{fragment}}`, expected a section of `{{path}}`.',
  },
  examples: {
    good: [
      {
        title: 'a page, a section in any case, the address of an alert, and somebody else’s page',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: SyncLag\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/sync-lag#What-To-Do\n      - alert: PodDown\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/alerts/PodDown\n      - alert: KubeDown\n        expr: up == 0\n        annotations:\n          runbook_url: https://runbooks.example.com/kube-down\n',
        files: {
          'runbooks/sync-lag.md': '---\nrunbook:\n  alert: SyncLag\n---\n\n## What to do\n',
          'runbooks/pod.md': '---\nrunbook:\n  alerts: [PodDown, KubeDown]\n---\n',
        },
      },
    ],
    bad: [
      {
        title: 'a page with another name, a slip of the pen, and a section that is gone',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: SyncLag\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/sync-lag#resolution\n      - alert: PodNotReady\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/readiness\n      - alert: DiskFull\n        expr: up == 0\n        annotations:\n          runbook_url: https://docs.example.org/runbooks/disk-ful\n',
        files: {
          'runbooks/sync-lag.md': '---\nrunbook:\n  alert: SyncLag\n---\n\n## Diagnosis\n',
          'runbooks/pod-not-ready.md': '---\nrunbook:\n  alert: PodNotReady\n---\n',
          'runbooks/disk-full.md': '---\nrunbook:\n  alert: DiskFull\n---\n',
        },
        reports: ['7:24-7:77 Found `#resolution`, expected a section of `runbooks/sync-lag.md`.', '11:24-11:67 Found `https://docs.example.org/runbooks/readiness`, to which no page leads, expected the address of `runbooks/pod-not-ready.md`, which has the alert `PodNotReady`.', '15:24-15:66 Found `https://docs.example.org/runbooks/disk-ful`, to which no page leads, expected `disk-full` at its end, as `runbooks/disk-full.md` has it.'],
      },
    ],
  },
  check({report, workspace: {inventory}, later}) {
    return {
      alert({alert, place}) {
        const {runbook} = alert;
        const address = runbook && addressOf(runbook.url);
        if (runbook === undefined || address === undefined) return;
        const at = place(runbook.start, runbook.end);
        const {url} = runbook;
        later(pages => {
          const names = namesIn(pages);
          // Only where other links lead to our pages is the address one of ours.
          const isOurs = inventory?.alerts.some(other => {
            const another = other.runbook && addressOf(other.runbook.url);
            return another?.folder === address.folder && isAnswered(another, names);
          });
          if (isOurs !== true) return;
          const page = names.pages.get(address.name.toLowerCase());
          const {fragment} = address;
          if (page !== undefined && fragment !== undefined && !hasSection(page, fragment)) {
            return report({at, message: 'section', data: {fragment, path: page.path}});
          }
          if (isAnswered(address, names)) return;
          const similar = closest(address.name, [...names.pages.keys()]);
          const meant = names.pages.get(similar ?? '');
          const right = pages.all.find(candidate => isFor(candidate, alert));
          if (similar !== undefined && meant !== undefined) {
            report({at, message: 'similar', data: {url, similar, path: meant.path}});
          } else if (right !== undefined) {
            report({at, message: 'page', data: {url, path: right.path, alert: alert.alert}});
          }
        });
      },
    };
  },
});

type Address = {
  /** Everything before the last part of the path. */
  readonly folder: string;
  readonly name: string;
  readonly fragment: string | undefined;
};

function addressOf(url: string): Address | undefined {
  const [, folder, name, fragment] =
    /^(https?:\/\/[^?#]+\/)([^/?#]+?)(?:\.(?:md|mdx|html?))?\/?(?:\?[^#]*)?(?:#(.+))?$/i.exec(url) ?? [];
  if (folder === undefined || name === undefined || /\{\{|\$\{|%/.test(url)) return undefined;
  return {folder: folder.toLowerCase(), name, fragment};
}

/** What an address can end in, in lower case. */
type Names = {readonly pages: ReadonlyMap<string, Page>; readonly alerts: ReadonlySet<string>};

/** Each alert of a project asks for the names of the same pages. */
const known = new WeakMap<Pages, Names>();

function namesIn(pages: Pages): Names {
  const names = known.get(pages) ?? gatherNames(pages);
  known.set(pages, names);
  return names;
}

function gatherNames({all}: Pages): Names {
  const pages = new Map<string, Page>();
  for (const page of all) {
    const file = page.path.split('/').at(-1)?.replace(/\.mdx?$/i, '') ?? '';
    for (const name of [page.slug, file].map(text => text.toLowerCase())) {
      if (!pages.has(name)) pages.set(name, page);
    }
  }
  const alerts = all.flatMap(page => page.alerts.map(alert => alert.toLowerCase()));
  return {pages, alerts: new Set(alerts)};
}

function isAnswered({name}: Address, {pages, alerts}: Names): boolean {
  return pages.has(name.toLowerCase()) || alerts.has(name.toLowerCase());
}

function isFor({alerts}: Page, {alert}: AlertRule): boolean {
  return alerts.some(name => name.toLowerCase() === alert.toLowerCase());
}

/** Generators disagree about punctuation in anchors. */
function hasSection({anchors}: Page, fragment: string): boolean {
  return [...anchors].some(anchor => essence(anchor) === essence(fragment));
}

function essence(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
