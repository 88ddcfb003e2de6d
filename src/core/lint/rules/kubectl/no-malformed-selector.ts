import {findFlag} from '../../../kubectl';
import {parseLabelSelector} from '../../../inventory';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-malformed-selector',
  summary: 'Disallow label and field selectors that no cluster can read',
  why: 'A selector that cannot be read selects nothing: the command is refused, and in a script the next one goes on without its pods.',
  severity: 'error',
  messages: {
    label:
      'Found the label selector `{{selector}}`, of which `{{part}}` cannot be read, expected requirements such as `app=web`, `tier!=db` or `env in (a,b)` with commas between them.',
    field:
      'Found the field selector `{{selector}}`, of which `{{part}}` cannot be read, expected comparisons such as `status.phase=Running` with commas between them.',
  },
  examples: {
    good: [
      {
        title: 'selectors, and what nobody can know',
        source:
          '```bash\nkubectl get pods -l app=web,tier!=db\nkubectl get pods -l "env in (prod, test), !legacy,app.kubernetes.io/name"\nkubectl get pods --selector "app=$APP"\nkubectl get pods -l app=<app>\nkubectl get pods --field-selector status.phase!=Running,spec.nodeName=node-1\nkubectl get nodes -l \'cpu>4\'\n```\n',
      },
    ],
    bad: [
      {
        title: 'a colon, a space instead of a comma, a bracket too few',
        source:
          "```bash\nkubectl get pods -l app:web\nkubectl get pods -l 'app=web tier=db'\nkubectl delete pods --selector='env in (a,b'\n```\n",
        reports: [
          '2:21-2:28 Found the label selector `app:web`, of which `app:web` cannot be read, expected requirements such as `app=web`, `tier!=db` or `env in (a,b)` with commas between them.',
          '3:21-3:38 Found the label selector `app=web tier=db`, of which `app=web tier=db` cannot be read, expected requirements such as `app=web`, `tier!=db` or `env in (a,b)` with commas between them.',
          '4:21-4:45 Found the label selector `env in (a,b`, of which `env in (a` cannot be read, expected requirements such as `app=web`, `tier!=db` or `env in (a,b)` with commas between them.',
        ],
      },
      {
        title: 'a field that is compared as labels are',
        source: "```bash\nkubectl get pods --field-selector 'status.phase in (Failed)'\n```\n",
        reports: [
          '2:35-2:61 Found the field selector `status.phase in (Failed)`, of which `status.phase in (Failed)` cannot be read, expected comparisons such as `status.phase=Running` with commas between them.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, place}) {
        for (const message of ['label', 'field'] as const) {
          const flag = findFlag(kubectl, message === 'label' ? 'selector' : 'field-selector');
          const selector = flag?.value;
          if (flag?.valueWord === undefined || selector === undefined || isOpen(selector)) continue;
          const part = message === 'label' ? labelProblem(selector) : fieldProblem(selector);
          if (part === undefined) continue;
          const at = place(flag.valueWord.start, flag.valueWord.end);
          report({at, message, data: {selector, part}});
        }
      },
    };
  },
});

/** Placeholders, templates, and the comparisons of numbers that hardly anybody knows. */
function isOpen(selector: string): boolean {
  return selector.trim() === '' || /[<>[\]{}$%…]|\.{3}/.test(selector);
}

/** The part that Kubernetes would stumble over. */
function labelProblem(selector: string): string | undefined {
  if (parseLabelSelector(selector) !== undefined) return undefined;
  const parts = selector.split(/,(?![^()]*\))/).map(part => part.trim());
  return parts.find(part => part === '' || parseLabelSelector(part) === undefined) ?? selector;
}

/** A comma may be escaped. */
function fieldProblem(selector: string): string | undefined {
  return selector.split(/(?<!\\),/).find(part => part !== '' && !/^[^=!]+!?==?/.test(part));
}
