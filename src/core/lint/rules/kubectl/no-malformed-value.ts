import {hasFlag} from '../../kubectl/call';
import {wrongValues} from '../../kubectl/wrong-values';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-malformed-value',
  summary: 'Disallow values that a flag of kubectl cannot take',
  why: 'kubectl refuses the command. Durations are those of Go: `1d` is an unknown unit, `24h` is a day.',
  severity: 'error',
  messages: {
    value: 'Found `{{value}}` for `{{flag}}`, expected {{expected}}.',
    argument: 'Found `{{value}}` for {{name}}, expected {{expected}}.',
    separate:
      'Found `{{flag}} {{value}}`, where `{{value}}` is an argument of its own, expected `{{flag}}={{value}}`.',
  },
  examples: {
    good: [
      {
        title: 'hours, numbers, and what nobody can know',
        source:
          '```bash\nkubectl logs web-0 --since 24h --tail=100\nkubectl logs web-0 --since "$SINCE" --tail=<lines>\n```\n',
      },
    ],
    bad: [
      {
        title: 'a day',
        source: '```bash\nkubectl logs web-0 --since 1d\n```\n',
        reports: [
          '2:28-2:30 Found `1d` for `--since`, expected a duration such as `30s`, `10m` or `24h`.',
        ],
      },
      {
        title: 'a type, a condition, a taint and a port that there is not',
        source:
          "```bash\nkubectl patch deploy web --type=jsn -p '{}'\nkubectl wait pod/web-0 --for=Ready --timeout=1m\nkubectl taint nodes node-1 team=infra\nkubectl port-forward svc/web 80800:80\nkubectl autoscale deploy web --min=5 --max=2\n```\n",
        reports: [
          '2:26-2:36 Found `jsn` for `--type`, expected `json`, `merge` or `strategic`.',
          '3:24-3:35 Found `Ready` for `--for`, expected `condition=…`, `jsonpath=…`, `delete` or `create`.',
          '4:28-4:38 Found `team=infra` for a taint, expected `key=value:Effect` with one of `NoSchedule`, `PreferNoSchedule`, `NoExecute`.',
          '5:30-5:38 Found `80800:80` for a port, expected a port, or two as `LOCAL:REMOTE`.',
          '6:38-6:45 Found `2` for `--max`, expected at least 5.',
        ],
      },
      {
        title: 'a flag that takes its value only behind `=`',
        source: '```bash\nkubectl delete pod web-0 --wait false\n```\n',
        reports: [
          '2:26-2:38 Found `--wait false`, where `false` is an argument of its own, expected `--wait=false`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        if (hasFlag(node, 'help')) return;
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'wrong-value' || isPlaceholder(problem.data.value)) continue;
          const at = place(problem.start, problem.end);
          report({at, message: 'value', data: problem.data});
        }
        for (const {value, name, expected, word} of wrongValues(node)) {
          const at = place(word.start, word.end);
          if (isPlaceholder(value)) continue;
          if (name.startsWith('-')) {
            report({at, message: 'value', data: {value, flag: name, expected}});
          } else {
            report({at, message: 'argument', data: {value, name, expected}});
          }
        }
        for (const {word, next} of separateValues(node)) {
          const data = {flag: word.text, value: next.text};
          report({at: place(word.start, next.end), message: 'separate', data});
        }
      },
    };
  },
});

/** `--wait false`: a switch takes no next word, which becomes the name of an object. */
function separateValues({kubectl, layer}: KubectlNode) {
  return kubectl.flags.flatMap(({spec, word, valueWord}) => {
    if (spec?.optionalValue !== true || valueWord !== undefined) return [];
    const next = layer.argv[layer.argv.indexOf(word) + 1];
    if (next === undefined || !kubectl.arguments.includes(next)) return [];
    return next.text === 'true' || next.text === 'false' ? [{word, next}] : [];
  });
}

/** `--replicas=N` and `--tail={lines}` are meant to be filled in. */
function isPlaceholder(value: string): boolean {
  return /^[A-Z][A-Z_]*$|^x+$|[{}[\]<>]/.test(value);
}
