import {findFlag} from '../../../kubectl';
import {pipedInto, programName} from '../../../shell';
import type {SimpleCommand} from '../../../shell';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

/** Programs that search, count or cut: with ten lines a pod they answer the wrong question. */
const SEARCHING = new Set(
  'grep egrep fgrep zgrep rg ag ack awk gawk mawk sed sort uniq wc head tail cut jq perl tr'.split(
    ' ',
  ),
);
/** Programs that read a line the same whether the pod's name stands before it or not. */
const CARELESS = new Set('tail head wc'.split(' '));

export default defineRule({
  id: 'kubectl/no-truncated-logs',
  summary: 'Disallow searching the logs of a selector without `--tail`',
  why: 'With `-l`, kubectl prints the last 10 lines of each pod and says nothing about the rest. A search through them finds nothing, and the reader believes it.',
  severity: 'error',
  messages: {
    truncated:
      'Found `logs {{selector}}` without `--tail`, which gives `{{program}}` 10 lines a pod; expected `--tail=-1`.',
  },
  examples: {
    good: [
      {
        title: 'all lines',
        source: '```bash\nkubectl logs -l app=web --tail=-1 --prefix | grep -c timeout\n```\n',
      },
      {title: 'ten lines a pod to look at', source: '```bash\nkubectl logs -l app=web\n```\n'},
      {
        title: 'all of one pod',
        source: '```bash\nkubectl logs deployment/web | grep timeout\n```\n',
      },
    ],
    bad: [
      {
        title: 'a search through ten lines a pod',
        source:
          '```bash\nkubectl logs -n sql-studio -l app=web | grep "status\\":5" | tail -100\n```\n',
        reports: [
          '2:28-2:38 Found `logs -l app=web` without `--tail`, which gives `grep` 10 lines a pod; expected `--tail=-1`.',
        ],
        fixed:
          '```bash\nkubectl logs -n sql-studio -l app=web --tail=-1 --prefix | grep "status\\":5" | tail -100\n```\n',
      },
      {
        title: 'fields are counted, so no prefix is added',
        source:
          "```bash\nkubectl logs --selector=app=web | awk '{print $1}' | sort | uniq -c\n```\n",
        reports: [
          '2:14-2:32 Found `logs --selector=app=web` without `--tail`, which gives `awk` 10 lines a pod; expected `--tail=-1`.',
        ],
        fixed:
          "```bash\nkubectl logs --selector=app=web --tail=-1 | awk '{print $1}' | sort | uniq -c\n```\n",
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, place} = node;
        const selector = findFlag(kubectl, 'selector');
        if (kubectl.path.join(' ') !== 'logs' || selector === undefined) return;
        if (findFlag(kubectl, 'tail', 'since', 'since-time', 'follow', 'help') !== undefined)
          return;
        const readers = readersOf(node);
        const program = programName(readers[0]?.name);
        if (program === undefined || !SEARCHING.has(program)) return;
        const end = (selector.valueWord ?? selector.word).end;
        const prefix = layer.nested === undefined && keepsMeaning(readers) ? ' --prefix' : '';
        const written = `${selector.word.text}${selector.valueWord === selector.word ? '' : ` ${selector.valueWord?.text ?? ''}`}`;
        report({
          at: place(selector.word.start, end),
          message: 'truncated',
          data: {selector: written, program},
          fix: [{span: place(end, end), text: ` --tail=-1${prefix}`}],
        });
      },
    };
  },
});

/** Inside `bash -c '…'` the readers stand in the nested script. */
function readersOf({layer, script}: KubectlNode): readonly SimpleCommand[] {
  return pipedInto(layer.nested ?? script.shell, layer.command);
}

/** A prefix is harmless where lines are only searched for a text that is not at their start. */
function keepsMeaning(readers: readonly SimpleCommand[]): boolean {
  return readers.every(({name, args, redirects}) => {
    const program = programName(name) ?? '';
    if (redirects.length > 0) return false;
    if (CARELESS.has(program)) return true;
    return (
      program === 'grep' && args.every(({value}) => value !== undefined && !value.includes('^'))
    );
  });
}
