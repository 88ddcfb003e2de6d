import type {SimpleCommand} from '../../../shell';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const BLOCKING = new Set(['port-forward', 'proxy']);

export default defineRule({
  id: 'kubectl/no-blocking-command',
  summary: 'Disallow a foreground `port-forward` or `proxy` before another command of its block',
  why: 'It does not return until it is interrupted, so the commands below it never run; after an interrupt they run without the connection that they need.',
  severity: 'error',
  messages: {
    blocking:
      'Found `kubectl {{verb}}` in the foreground, which never returns, before `{{next}}`; expected it in a block of its own, tagged `background` with `ready`.',
  },
  examples: {
    good: [
      {
        title: 'a step in the background',
        source:
          '```bash {"name":"forward","background":true,"ready":"port:8080"}\nkubectl port-forward svc/sql-studio-backend 8080:8080 -n sql-studio\n```\n\n```bash {"name":"heap","needs":"forward"}\ncurl -f -o heap.prof http://localhost:8080/debug/pprof/heap\n```\n',
      },
      {
        title: 'a job of the shell',
        source: '```bash\nkubectl port-forward svc/web 8080:80 &\ncurl -f localhost:8080\n```\n',
      },
    ],
    bad: [
      {
        title: 'a profile that is never taken',
        source:
          '```bash\nkubectl port-forward svc/web 8080:8080 -n sql-studio\ngo tool pprof http://localhost:8080/debug/pprof/heap\n```\n',
        reports: [
          '2:1-2:53 Found `kubectl port-forward` in the foreground, which never returns, before `go`; expected it in a block of its own, tagged `background` with `ready`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const verb = node.kubectl.path[0] ?? '';
        if (!BLOCKING.has(verb) || !isForeground(node)) return;
        const next = nextCommand(node);
        if (next === undefined) return;
        const {start, end} = node.command;
        const data = {verb, next: next.words[0]?.text ?? next.text};
        report({at: node.place(start, end), message: 'blocking', data});
      },
    };
  },
});

/** Behind `timeout` it returns; in a group, a loop or a function the whole may be in the background. */
function isForeground({command, layer, kubectl}: KubectlNode): boolean {
  if (command.background || command.within.length > 0 || layer.away) return false;
  if (kubectl.flags.some(({name}) => name === 'help')) return false;
  return layer.via === undefined || layer.via === 'sudo';
}

function nextCommand({command, script}: KubectlNode): SimpleCommand | undefined {
  return script.shell.commands.find(
    other =>
      other.start >= command.end &&
      other.stage.pipeline !== command.stage.pipeline &&
      other.name !== undefined,
  );
}
