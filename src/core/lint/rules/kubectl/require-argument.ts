import type {Kubectl, KubectlFlag} from '../../../kubectl';
import {programName} from '../../../shell';
import type {CommandLayer, Word} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-argument',
  summary: 'Require the arguments and values without which kubectl refuses a command',
  why: 'The command was cut off when it was pasted, and nobody has run it since.',
  severity: 'error',
  messages: {
    argument: 'Found `{{command}}` without an argument that it needs, expected `{{usage}}`.',
    value: 'Found `{{flag}}` without its value, expected one behind it.',
    next: 'Found `{{flag}}` without its value, so that it takes `{{next}}`, expected one behind it.',
    flag: 'Found `{{command}}` without `{{flag}}`, expected that flag.',
    choice: 'Found `{{command}}` without `{{first}}` and `{{second}}`, expected one of them.',
  },
  examples: {
    good: [
      {
        title: 'complete commands',
        source:
          '```bash\nkubectl describe pod web-0\nkubectl delete -f job.yaml\nkubectl wait --for=condition=Ready pod/web-0\nkubectl logs --help\nkubectl get pods -o name | xargs -n1 kubectl describe\nkubectl apply -k overlays/prod\nkubectl patch deploy web --patch-file memory.yaml\n```\n',
      },
    ],
    bad: [
      {
        title: 'commands that were cut off',
        source:
          '```bash\nkubectl describe\nkubectl get pods -n\nkubectl autoscale deployment web\n```\n',
        reports: [
          '2:1-2:17 Found `kubectl describe` without an argument that it needs, expected `kubectl describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)`.',
          '3:18-3:20 Found `-n` without its value, expected one behind it.',
          '4:1-4:18 Found `kubectl autoscale` without `--max`, expected that flag.',
        ],
      },
      {
        title: 'a value that was lost between two flags',
        source: '```bash\nkubectl get pods -n -o wide\n```\n',
        reports: [
          '2:18-2:20 Found `-n` without its value, so that it takes `-o`, expected one behind it.',
        ],
      },
      {
        title: 'nothing to apply, and nothing to wait for',
        source: '```bash\nkubectl apply -n web\nkubectl wait pod/web-0 --timeout=60s\n```\n',
        reports: [
          '2:1-2:14 Found `kubectl apply` without `--filename` and `--kustomize`, expected one of them.',
          '3:1-3:13 Found `kubectl wait` without `--for`, expected that flag.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        if (programName(layer.argv[0]) === 'oc' || getsMore(layer)) return;
        for (const problem of kubectl.problems) {
          const at = place(problem.start, problem.end);
          if (problem.kind === 'missing-argument') {
            const usage = shorten(problem.data.usage);
            report({at, message: 'argument', data: {...problem.data, usage}});
          } else if (problem.kind === 'missing-value') {
            report({at, message: 'value', data: problem.data});
          } else if (problem.kind === 'missing-flag') {
            report({at, message: 'flag', data: problem.data});
          }
        }
        for (const {word, valueWord} of kubectl.flags.filter(takesFlag)) {
          const at = place(word.start, word.end);
          report({at, message: 'next', data: {flag: word.text, next: valueWord?.text ?? ''}});
        }
        const [first, second] = missingChoice(kubectl);
        if (first === undefined) return;
        const start = (layer.argv[0] ?? kubectl.verbs[0])?.start ?? 0;
        const at = place(start, kubectl.verbs.at(-1)?.end ?? start);
        const command = ['kubectl', ...kubectl.path].join(' ');
        if (second === undefined) report({at, message: 'flag', data: {command, flag: first}});
        else report({at, message: 'choice', data: {command, first, second}});
      },
    };
  },
});

/** `-n -o wide`: no namespace and no selector begins with a dash. */
function takesFlag({name, word, valueWord}: KubectlFlag<Word>): boolean {
  if (valueWord === undefined || valueWord === word) return false;
  return NAMED.has(name) && /^-{1,2}[a-z]/.test(valueWord.text);
}

const NAMED = new Set([
  'namespace',
  'selector',
  'container',
  'output',
  'context',
  'field-selector',
]);

/** Flags one of each group of which the command itself asks for, once it runs. */
const CHOICES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['apply', [['--filename', '--kustomize']]],
  ['create clusterrolebinding', [['--clusterrole']]],
  ['create job', [['--image', '--from']]],
  ['create rolebinding', [['--role', '--clusterrole']]],
  ['create secret docker-registry', [['--docker-username', '--from-file']]],
  ['create secret tls', [['--cert'], ['--key']]],
  ['debug', [['--image', '--copy-to']]],
  ['diff', [['--filename', '--kustomize']]],
  ['patch', [['--patch', '--patch-file']]],
  ['replace', [['--filename', '--kustomize']]],
  ['wait', [['--for']]],
]);

/** Empty where one of each is there, or where an unknown flag or an expansion may stand for one. */
function missingChoice({
  path,
  flags,
  arguments: words,
  problems,
}: Kubectl<Word>): readonly string[] {
  const choices = CHOICES.get(path.join(' ')) ?? [];
  const isOpen =
    flags.some(({name, spec}) => spec === undefined || /^(?:help|raw)$/.test(name)) ||
    words.some(({value}) => value === undefined);
  const isSaid = problems.some(({kind}) => kind !== 'unexpected-argument');
  if (isOpen || isSaid) return [];
  return choices.find(group => !flags.some(({name}) => group.includes(`--${name}`))) ?? [];
}

/** `xargs` and `parallel` put their input behind the command. */
function getsMore({command}: CommandLayer): boolean {
  return command.words.some(word => /^(?:xargs|parallel)$/.test(programName(word) ?? ''));
}

const LONGEST_USAGE = 80;

function shorten(usage: string): string {
  return usage.length <= LONGEST_USAGE ? usage : `${usage.slice(0, LONGEST_USAGE - 1)}…`;
}
