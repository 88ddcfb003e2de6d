import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-malformed-value',
  summary: 'Disallow values that a flag of kubectl cannot take',
  why: 'kubectl refuses the command. Durations are those of Go: `1d` is an unknown unit, `24h` is a day.',
  severity: 'error',
  messages: {value: 'Found `{{value}}` for `{{flag}}`, expected {{expected}}.'},
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
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, place}) {
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'wrong-value' || isPlaceholder(problem.data.value)) continue;
          const at = place(problem.start, problem.end);
          report({at, message: 'value', data: problem.data});
        }
      },
    };
  },
});

/** `--replicas=N` and `--tail={lines}` are meant to be filled in. */
function isPlaceholder(value: string): boolean {
  return /^[A-Z][A-Z_]*$|^x+$|[{}[\]<>]/.test(value);
}
