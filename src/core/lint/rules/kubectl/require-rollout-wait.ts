import {programName} from '../../../shell';
import {findFlag} from '../../../kubectl';
import {isOn, isReal, pathOf, verbPlace} from '../../kubectl/call';
import {offsetOf, sectionOf} from '../../kubectl/section';
import type {CommandNode, KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const ROLLING = /^(?:rollout (?:undo|restart)|scale|set (?:image|env|resources|serviceaccount))$/;
const WORKLOAD = /^(?:deployments?|deploy|statefulsets?|sts|daemonsets?|ds|replicasets?|rs)\b/;

export default defineRule({
  id: 'kubectl/require-rollout-wait',
  summary: 'Require a command that waits after what replaces pods',
  why: 'kubectl returns as soon as the change is noted. Whether the new pods ever start is what the reader needs to know before going on.',
  severity: 'warning',
  messages: {
    wait: 'Found `{{verb}}` with nothing after it that waits for the pods, expected `kubectl rollout status {{target}} --timeout=5m`.',
  },
  examples: {
    good: [
      {
        title: 'a status after it, in the same section',
        source:
          '## Restart\n\n```bash\nkubectl rollout restart deployment/web\n```\n\n### Verify\n\n```bash\nkubectl rollout status deployment/web --timeout=5m\n```\n',
      },
    ],
    bad: [
      {
        title: 'a restart that nobody watches',
        source: '```bash\nkubectl rollout restart deployment/web\n```\n',
        reports: [
          '2:1-2:24 Found `rollout restart` with nothing after it that waits for the pods, expected `kubectl rollout status deployment/web --timeout=5m`.',
        ],
      },
      {
        title: 'a wait in another procedure',
        source:
          '# Scale\n\n```bash\nkubectl scale deployment/web --replicas=6\n```\n\n# Restart\n\n```bash\nkubectl rollout restart deployment/web\nkubectl rollout status deployment/web --timeout=5m\n```\n',
        reports: [
          '4:1-4:14 Found `scale` with nothing after it that waits for the pods, expected `kubectl rollout status deployment/web --timeout=5m`.',
        ],
      },
    ],
  },
  check({report}) {
    const rolling: KubectlNode[] = [];
    const waits: number[] = [];
    return {
      command(node) {
        if (isOtherWait(node)) waits.push(commandOffset(node));
      },
      kubectl(node) {
        if (isWait(node)) waits.push(offsetOf(node));
        else if (isRolling(node)) rolling.push(node);
      },
      file() {
        for (const node of rolling) {
          const {end} = sectionOf(node);
          const start = offsetOf(node);
          if (waits.some(at => start <= at && at < end)) continue;
          const verb = pathOf(node);
          const [first, second] = node.kubectl.arguments;
          const joined = first?.text.includes('/') === true || second === undefined;
          const target = joined ? (first?.text ?? '') : `${first?.text ?? ''}/${second.text}`;
          report({at: verbPlace(node), message: 'wait', data: {verb, target}});
        }
      },
    };
  },
});

/** What sets a CronJob starts no pod now, and what scales to nothing has none to wait for. */
function isRolling(node: KubectlNode): boolean {
  const {kubectl} = node;
  if (!ROLLING.test(pathOf(node)) || !isReal(node)) return false;
  if (findFlag(kubectl, 'replicas')?.value === '0') return false;
  return WORKLOAD.test(kubectl.arguments[0]?.text ?? '');
}

function isWait(node: KubectlNode): boolean {
  const path = pathOf(node);
  if (path === 'wait' || path === 'rollout status') return true;
  if (path !== 'get') return false;
  const isRepeated = node.command.within.some(({kind}) => kind === 'loop' || kind === 'condition');
  return isOn(node, 'watch', 'watch-only') || isRepeated || node.layer.via === 'watch';
}

/** Other tools that come back when the work is done. */
function isOtherWait({command}: CommandNode): boolean {
  const program = programName(command.name);
  const words = command.args.map(({value}) => value ?? '');
  if (program === 'argocd') return words.includes('wait');
  if (program === 'helm') return words.some(word => /^--(?:wait|atomic)/.test(word));
  return program === 'watch';
}

function commandOffset({place, command}: CommandNode): number {
  return place(command.start, command.start).start.offset;
}
