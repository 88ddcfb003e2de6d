import {findFlag} from '../../../kubectl';
import {flagText, isOn, isReal, pathOf} from '../../kubectl/call';
import {isWarnedOf} from '../../kubectl/warning';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const LOST: Readonly<Record<string, string>> = {
  delete: 'waits for no process to end: two pods of a StatefulSet may write to one volume',
  replace: 'deletes the object and makes a new one',
  apply: 'deletes the object and makes a new one where it cannot be changed',
  drain: 'deletes for good the pods that nothing makes again',
};

export default defineRule({
  id: 'kubectl/no-forced-change',
  summary: 'Disallow `--force` and `--grace-period=0` without a warning before them',
  why: 'They take away what protects from losing data or from an outage, and are pasted along without anybody knowing.',
  severity: 'warning',
  messages: {
    force:
      'Found `{{verb}} {{flag}}`, which {{lost}}, expected no `{{flag}}`, or a warning before it.',
  },
  examples: {
    good: [
      {
        title: 'a warning',
        source:
          'Last resort, for a pod on a node that is gone:\n\n```bash\nkubectl delete pod web-0 --force --grace-period=0\n```\n\n```bash\nkubectl delete pod web-0 --grace-period=30\n```\n',
      },
    ],
    bad: [
      {
        title: 'force as a habit',
        source:
          '```bash\nkubectl delete pod web-0 --grace-period=0 --force\nkubectl replace --force -f web.yaml\n```\n',
        reports: [
          '2:43-2:50 Found `delete --force`, which waits for no process to end: two pods of a StatefulSet may write to one volume, expected no `--force`, or a warning before it.',
          '3:17-3:24 Found `replace --force`, which deletes the object and makes a new one, expected no `--force`, or a warning before it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const verb = pathOf(node);
        const lost = LOST[verb];
        const flag = forcing(node);
        if (lost === undefined || flag === undefined || !isReal(node) || isWarnedOf(node)) return;
        const at = node.place(flag.start, flag.end);
        report({at, message: 'force', data: {verb, flag: flagText(node, flag.name), lost}});
      },
    };
  },
});

function forcing(node: KubectlNode) {
  const {kubectl} = node;
  if (isOn(node, 'force')) return findFlag(kubectl, 'force');
  const grace = pathOf(node) === 'delete' ? findFlag(kubectl, 'grace-period') : undefined;
  return grace?.value === '0' ? grace : undefined;
}
