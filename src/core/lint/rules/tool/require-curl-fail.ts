import {programName} from '../../../shell';
import type {SimpleCommand, Word} from '../../../shell';
import {callsOf, stagesOf} from '../../shell/calls';
import type {ProgramCall} from '../../shell/calls';
import {CURL} from '../../tool/curl-options';
import type {ScriptNode} from '../../node';
import {findOption, readOptions} from '../../shell/options';
import type {Options} from '../../shell/options';
import {defineRule} from '../../rule';

/** They take the answer for data or code; `jq`, `grep` and pagers let a person see what came. */
const CONSUMERS = new Set(
  'sh bash zsh tar kubectl oc tee gpg apt-key gunzip zcat unzip docker podman psql mysql sqlite3 base64 dd cpio go wc promtool'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'tool/require-curl-fail',
  summary: 'Require `-f` for `curl` whose answer goes into a file or into a program that uses it',
  why: 'Without it a page that says 404 is taken for the answer, with exit code 0, and the mistake shows up much later.',
  severity: 'warning',
  messages: {
    fail: 'Found `curl` into `{{file}}` without `-f`, expected it: an error page would be saved as the answer.',
    piped:
      'Found `curl` into `{{program}}` without `-f`, expected it: an error page would be taken for the answer.',
  },
  examples: {
    good: [
      {
        title: 'with `-f`, also among other letters',
        source:
          '```bash\ncurl -f localhost:8080/debug/pprof/heap > heap.prof\ncurl -fsSL -o tool.tar.gz https://example.org/tool.tar.gz\ncurl --fail-with-body -o a.json https://example.org/a.json\n```\n',
      },
      {
        title: 'thrown away, or only looked at',
        source:
          "```bash\ncurl -s -o /dev/null -w '%{http_code}' localhost:8080/healthz\ncurl localhost:8080/healthz\ncurl -s localhost:8080/metrics | grep '^go_goroutines'\n```\n",
      },
    ],
    bad: [
      {
        title: 'an error page as a profile',
        source: '```bash\ncurl http://localhost:8080/debug/pprof/heap > heap.prof\n```\n',
        reports: [
          '2:1-2:5 Found `curl` into `heap.prof` without `-f`, expected it: an error page would be saved as the answer.',
        ],
        fixed: '```bash\ncurl -f http://localhost:8080/debug/pprof/heap > heap.prof\n```\n',
      },
      {
        title: 'an error page as a manifest',
        source: '```bash\ncurl -sL https://sqlstudio.io/backend.yaml | kubectl apply -f -\n```\n',
        reports: [
          '2:1-2:5 Found `curl` into `kubectl` without `-f`, expected it: an error page would be taken for the answer.',
        ],
        fixed: '```bash\ncurl -f -sL https://sqlstudio.io/backend.yaml | kubectl apply -f -\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        const {script, place} = node;
        for (const call of callsOf(node, 'curl')) {
          const options = readOptions(call.args, CURL);
          if (looksAtStatus(options)) continue;
          const file = fileOf(call.layer.command, options);
          const program = consumerOf(call, script);
          const {start, end} = call.program;
          const isSafe = call.layer.nested === undefined;
          const fix = {...(isSafe && {fix: [{span: place(end, end), text: ' -f'}]})};
          const at = place(start, end);
          if (file !== undefined) report({at, message: 'fail', data: {file: file.text}, ...fix});
          else if (program !== undefined) report({at, message: 'piped', data: {program}, ...fix});
        }
      },
    };
  },
});

/** A script that prints the status code or the headers looks at it. */
function looksAtStatus(options: Options): boolean {
  const {open} = options;
  return (
    open ||
    findOption(options, 'f', 'fail', 'fail-with-body', 'w', 'write-out', 'K', 'config', 'q') !==
      undefined ||
    findOption(options, 'I', 'head', 'i', 'include', 'help', 'version', 'V') !== undefined
  );
}

/** Undefined for what is thrown away or goes to a device. */
function fileOf({redirects}: SimpleCommand, options: Options): Word | undefined {
  const redirect = redirects.find(
    ({operator, descriptor}) => operator === '>' && (descriptor ?? 1) === 1,
  );
  const file = redirect?.target ?? findOption(options, 'o', 'output')?.valueWord;
  return file === undefined || /\/dev\/|^-$/.test(file.text) ? undefined : file;
}

function consumerOf({layer}: ProgramCall, script: ScriptNode): string | undefined {
  const {index} = layer.command.stage;
  const next = stagesOf(layer, script).find(({stage}) => stage.index === index + 1);
  const program = programName(next?.words.find(({text}) => text !== 'sudo'));
  return program !== undefined && CONSUMERS.has(program) ? program : undefined;
}
