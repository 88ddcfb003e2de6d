import type {MarkdownDocument} from '../../../document';
import type {AlertRule} from '../../../inventory';
import {closest} from '../../../closest';
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
  check({report, workspace: {documents, inventory, registry}}) {
    const pages = [...documents.values()];
    const alerts = new Set(registry.runbooks.flatMap(page => page.alerts.map(alert => alert.toLowerCase())));
    const pageAt = (name: string) => pages.find(page => namesOf(page).includes(name.toLowerCase()));
    const isAnswered = ({name}: Address) => pageAt(name) !== undefined || alerts.has(name.toLowerCase());
    // Only where other links lead to our pages is the address one of ours.
    const own = new Set(
      (inventory?.alerts ?? []).flatMap(({runbook}) => {
        const address = runbook && addressOf(runbook.url);
        return address !== undefined && isAnswered(address) ? [address.folder] : [];
      }),
    );
    return {
      alert({alert, place}) {
        const address = alert.runbook && addressOf(alert.runbook.url);
        if (alert.runbook === undefined || address === undefined || !own.has(address.folder)) return;
        const at = place(alert.runbook.start, alert.runbook.end);
        const page = pageAt(address.name);
        const {fragment} = address;
        if (page !== undefined && fragment !== undefined && !hasSection(page, fragment)) {
          return report({at, message: 'section', data: {fragment, path: page.path}});
        }
        if (isAnswered(address)) return;
        const {url} = alert.runbook;
        const similar = closest(address.name, pages.flatMap(namesOf));
        const meant = similar === undefined ? undefined : pageAt(similar);
        const right = pages.find(candidate => isFor(candidate, alert));
        if (similar !== undefined && meant !== undefined) {
          report({at, message: 'similar', data: {url, similar, path: meant.path}});
        } else if (right !== undefined) {
          report({at, message: 'page', data: {url, path: right.path, alert: alert.alert}});
        }
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

function namesOf({path, runbook}: MarkdownDocument): readonly string[] {
  const file = path.split('/').at(-1)?.replace(/\.mdx?$/i, '') ?? '';
  return [runbook.slug, file].map(name => name.toLowerCase());
}

function isFor({runbook}: MarkdownDocument, {alert}: AlertRule): boolean {
  return runbook.alerts.some(name => name.toLowerCase() === alert.toLowerCase());
}

/** Generators disagree about punctuation in anchors. */
function hasSection({anchors}: MarkdownDocument, fragment: string): boolean {
  return [...anchors].some(anchor => essence(anchor) === essence(fragment));
}

function essence(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
