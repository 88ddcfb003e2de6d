import {findFlag} from '../../../kubectl';
import {pipedInto} from '../../../shell';
import {hasFlag, isOn, pathOf} from '../../kubectl/call';
import {typesOf} from '../../kubectl/target-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-event-order',
  summary: 'Require an order for `get events`',
  why: 'The API returns events in no order of time: the last line is not the last event.',
  severity: 'info',
  messages: {
    order:
      'Found `get {{type}}` without an order, expected `--sort-by=.lastTimestamp`, or `kubectl events`.',
  },
  examples: {
    good: [
      {
        title: 'in order',
        source:
          '```bash\nkubectl get events --sort-by=.lastTimestamp\nkubectl events --types=Warning\nkubectl get events -o json | jq .items\nkubectl get events -w\n```\n',
      },
    ],
    bad: [
      {
        title: 'in any order',
        source: '```bash\nkubectl get events -n web | tail\n```\n',
        reports: [
          '2:13-2:19 Found `get events` without an order, expected `--sort-by=.lastTimestamp`, or `kubectl events`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, script, place} = node;
        const [word] = kubectl.arguments;
        if (word === undefined || pathOf(node) !== 'get' || kubectl.arguments.length > 1) return;
        if (!typesOf(node).every(({plural}) => plural === 'events')) return;
        if (typesOf(node).length === 0 || word.text.includes('/')) return;
        if (hasFlag(node, 'sort-by', 'help') || isOn(node, 'watch', 'watch-only')) return;
        if (!/^(?:wide)?$/.test(outputOf(kubectl))) return;
        const readers = pipedInto(layer.nested ?? script.shell, layer.command);
        if (readers.some(({name}) => /sort|wc/.test(name?.text ?? ''))) return;
        report({at: place(word.start, word.end), message: 'order', data: {type: word.text}});
      },
    };
  },
});

/** Unknown counts as a format that a program reads. */
function outputOf(kubectl: Parameters<typeof findFlag>[0]): string {
  const output = findFlag(kubectl, 'output');
  return output === undefined ? '' : (output.value ?? 'unknown');
}
