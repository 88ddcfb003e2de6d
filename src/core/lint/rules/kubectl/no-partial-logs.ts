import {findFlag} from '../../../kubectl';
import {flagText, hasFlag, isOn, pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';
import {pipedInto} from '../../../shell';

export default defineRule({
  id: 'kubectl/no-partial-logs',
  summary: 'Disallow `--since` on the logs of a selector without `--tail`',
  why: 'With `-l`, kubectl prints the last 10 lines of each pod however far `--since` goes back, and says nothing about the rest.',
  severity: 'warning',
  messages: {
    since:
      'Found `{{since}}` with a selector and without `--tail`, which prints at most 10 lines a pod; expected `--tail=-1`.',
    follow:
      'Found a search through `logs --follow` with a selector and without `--tail`, which begins 10 lines ago; expected `--tail=-1`.',
  },
  examples: {
    good: [
      {
        title: 'all lines of the last hour, new lines only, one pod',
        source:
          '```bash\nkubectl logs -l app=web --since=1h --tail=-1\nkubectl logs -f -l app=web\nkubectl logs web-0 --since=1h\n```\n',
      },
    ],
    bad: [
      {
        title: 'an hour that is ten lines',
        source: '```bash\nkubectl logs -l app=web --since=1h\n```\n',
        reports: [
          '2:25-2:35 Found `--since=1h` with a selector and without `--tail`, which prints at most 10 lines a pod; expected `--tail=-1`.',
        ],
        fixed: '```bash\nkubectl logs -l app=web --since=1h --tail=-1\n```\n',
      },
      {
        title: 'a search that begins ten lines ago',
        source: '```bash\nkubectl logs -f -l app=web | grep timeout\n```\n',
        reports: [
          '2:14-2:16 Found a search through `logs --follow` with a selector and without `--tail`, which begins 10 lines ago; expected `--tail=-1`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, script, place} = node;
        if (pathOf(node) !== 'logs' || !hasFlag(node, 'selector') || hasFlag(node, 'tail', 'help'))
          return;
        const since = findFlag(kubectl, 'since', 'since-time');
        const follow = findFlag(kubectl, 'follow');
        if (since !== undefined) {
          const end = (since.valueWord ?? since.word).end;
          const fix = [{span: place(end, end), text: ' --tail=-1'}];
          const at = place(since.word.start, end);
          report({at, message: 'since', data: {since: flagText(node, since.name)}, fix});
        } else if (follow !== undefined && isOn(node, 'follow')) {
          const [reader] = pipedInto(layer.nested ?? script.shell, layer.command);
          if (!/grep|awk|jq|sed/.test(reader?.name?.text ?? '')) return;
          report({at: place(follow.word.start, follow.word.end), message: 'follow', data: {}});
        }
      },
    };
  },
});
