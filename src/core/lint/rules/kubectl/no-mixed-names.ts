import type {Word} from '../../../shell';
import {isComplete, pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-mixed-names',
  summary: 'Disallow `type/name` beside a type or a name of its own',
  why: 'kubectl reads either a type and names, or `type/name` as often as you like. It refuses both in one command.',
  severity: 'error',
  messages: {
    mixed: 'Found `{{alone}}` beside `{{joined}}`, expected `type/name` for each of them.',
    space:
      'Found `{{word}}` with a space in `type/name`, expected type, slash and name in one word.',
    list: 'Found `{{word}}` and a space, expected a list of types without spaces.',
  },
  examples: {
    good: [
      {
        title: 'one way or the other',
        source:
          '```bash\nkubectl get pod/web-0 svc/web\nkubectl describe pod web-0 web-1\nkubectl get pods,svc\nkubectl label pod/web-0 example.org/team=web\nkubectl set env deploy/web DEBUG-\nkubectl get pod/"$POD" "$MORE"\n```\n',
      },
    ],
    bad: [
      {
        title: 'both ways, and words that fell apart',
        source:
          '```bash\nkubectl describe pod/web-0 web-1\nkubectl get deploy/ web\nkubectl get pods, svc\n```\n',
        reports: [
          '2:28-2:33 Found `web-1` beside `pod/web-0`, expected `type/name` for each of them.',
          '3:13-3:20 Found `deploy/` with a space in `type/name`, expected type, slash and name in one word.',
          '4:13-4:18 Found `pods,` and a space, expected a list of types without spaces.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        if (!TAKING.test(pathOf(node)) || !isComplete(node)) return;
        const words = node.kubectl.arguments.filter(({text}) => !/[=:<>{}[\]]|-["']?$/.test(text));
        if (words.length < 2) return;
        const torn = words.find(({text}) => /^\/|[/,]$/.test(text));
        if (torn !== undefined) {
          const message = torn.text.endsWith(',') ? 'list' : 'space';
          report({at: node.place(torn.start, torn.end), message, data: {word: torn.text}});
          return;
        }
        const joined = words.find(isJoined);
        const alone = words.find(word => !isJoined(word) && word.value !== undefined);
        if (joined === undefined || alone === undefined) return;
        const data = {alone: alone.text, joined: joined.text};
        report({at: node.place(alone.start, alone.end), message: 'mixed', data});
      },
    };
  },
});

const TAKING =
  /^(?:get|describe|delete|edit|patch|scale|autoscale|expose|wait|label|annotate|rollout \w+|set (?:image|env|resources))$/;

function isJoined({text}: Word): boolean {
  return text.includes('/');
}
