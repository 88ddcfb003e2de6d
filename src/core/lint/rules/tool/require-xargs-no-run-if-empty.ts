import {programName} from '../../../shell';
import type {CommandLayer} from '../../../shell';
import {callsOf} from '../../shell/calls';
import type {CommandNode} from '../../node';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

const XARGS = {
  taking: 'adEIiLlnPs',
  takingLong: ['arg-file', 'delimiter', 'max-args', 'max-procs', 'max-chars', 'process-slot-var'],
};
const REMOVING = new Set(['rm', 'kill', 'pkill', 'unlink', 'shred', 'rmdir']);

export default defineRule({
  id: 'tool/require-xargs-no-run-if-empty',
  summary: 'Require `-r` for `xargs` in front of a command that deletes, removes or kills',
  why: 'Where nothing is found, GNU xargs still runs the command once, without arguments: it fails, or it takes what its flags alone mean.',
  severity: 'warning',
  messages: {
    empty:
      'Found `xargs` without `-r` in front of `{{command}}`, expected it: on empty input the command would run without arguments.',
  },
  examples: {
    good: [
      {
        title: 'with -r, with -I, which never runs on nothing, and a command that only reads',
        source:
          '```bash\nkubectl get pods -o name | xargs -r kubectl delete\nls *.prof | xargs -I{} rm {}\nls *.log | xargs wc -l\n```\n',
      },
    ],
    bad: [
      {
        title: 'a removal of nothing',
        source:
          '```bash\nkubectl get pods -o name | grep Evicted | xargs kubectl delete\npgrep -f web | xargs kill\n```\n',
        reports: [
          '2:43-2:48 Found `xargs` without `-r` in front of `kubectl delete`, expected it: on empty input the command would run without arguments.',
          '3:16-3:21 Found `xargs` without `-r` in front of `kill`, expected it: on empty input the command would run without arguments.',
        ],
        fixed:
          '```bash\nkubectl get pods -o name | grep Evicted | xargs -r kubectl delete\npgrep -f web | xargs -r kill\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {program, args, layer} of callsOf(node, 'xargs')) {
          const inner = innerOf(node, layer);
          if (inner === undefined || !removes(inner)) continue;
          const own = args.slice(0, args.indexOf(inner.argv[0] ?? program));
          const options = readOptions(own, XARGS);
          if (options.open || findOption(options, 'r', 'no-run-if-empty', 'I', 'i', 'replace', 'a'))
            continue;
          const {end} = program;
          const fix = [{span: node.place(end, end), text: ' -r'}];
          const at = node.place(program.start, end);
          const command = inner.argv
            .slice(0, 2)
            .map(({text}) => text)
            .join(' ');
          report({at, message: 'empty', data: {command}, ...(layer.nested === undefined && {fix})});
        }
      },
    };
  },
});

function innerOf({layers}: CommandNode, outer: CommandLayer): CommandLayer | undefined {
  const index = layers.indexOf(outer);
  return layers.slice(index + 1).find(({via}) => via === 'xargs');
}

function removes({argv}: CommandLayer): boolean {
  if (REMOVING.has(programName(argv[0]) ?? '')) return true;
  const verbs = argv.slice(1).map(({value}) => value ?? '');
  return verbs.some(verb => /^(?:delete|rm|rmi|kill|terminate-instances|remove|purge)$/.test(verb));
}
