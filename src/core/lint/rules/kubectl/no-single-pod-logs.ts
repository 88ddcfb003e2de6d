import {findFlag} from '../../../kubectl';
import {defineRule} from '../../rule';

const WORKLOAD =
  /^(?:deployments?|deploy|statefulsets?|sts|daemonsets?|ds|replicasets?|rs)(?:\.[\w.]+)?\//;

export default defineRule({
  id: 'kubectl/no-single-pod-logs',
  summary: 'Disallow the logs of a workload without `--all-pods`',
  why: '`kubectl logs deployment/web` picks one pod and says so on stderr only. What the other pods logged is missing, and that is where the error may be.',
  severity: 'warning',
  messages: {
    single:
      'Found `logs {{workload}}`, which reads one of its pods, expected `--all-pods` or a selector with `--tail`.',
  },
  examples: {
    good: [
      {
        title: 'all pods, or one on purpose',
        source:
          '```bash\nkubectl logs deployment/web --all-pods --tail=-1\nkubectl logs job/import\nkubectl logs pod/web-0\n```\n',
      },
    ],
    bad: [
      {
        title: 'one of many',
        source: '```bash\nkubectl logs -n cert-manager deployment/cert-manager\n```\n',
        reports: [
          '2:30-2:53 Found `logs deployment/cert-manager`, which reads one of its pods, expected `--all-pods` or a selector with `--tail`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, place}) {
        const [target] = kubectl.arguments;
        if (kubectl.path.join(' ') !== 'logs' || !WORKLOAD.test(target?.value ?? '')) return;
        if (target === undefined || findFlag(kubectl, 'all-pods', 'help') !== undefined) return;
        const at = place(target.start, target.end);
        report({at, message: 'single', data: {workload: target.text}});
      },
    };
  },
});
