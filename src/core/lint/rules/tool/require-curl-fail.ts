import {programName} from '../../../shell';
import type {SimpleCommand, Word} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/require-curl-fail',
  summary: 'Require `-f` for `curl` whose answer goes into a file',
  why: 'Without it a page that says 404 is saved as if it were the answer, with exit code 0, and the mistake shows up much later.',
  severity: 'warning',
  messages: {
    fail: 'Found `curl` into `{{file}}` without `-f`, expected it: an error page would be saved as the answer.',
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
          "```bash\ncurl -s -o /dev/null -w '%{http_code}' localhost:8080/healthz\ncurl localhost:8080/healthz\n```\n",
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
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const layer of layers) {
          const [curl, ...args] = layer.argv;
          if (curl === undefined || programName(curl) !== 'curl') continue;
          const file = fileOf(layer.command, args);
          if (file === undefined || args.some(saysFail)) continue;
          const at = place(curl.start, curl.end);
          const fix = [{span: place(curl.end, curl.end), text: ' -f'}];
          const data = {file: file.text};
          report({at, message: 'fail', data, ...(layer.nested === undefined && {fix})});
        }
      },
    };
  },
});

/** Undefined for what is thrown away or goes to a device. */
function fileOf({redirects}: SimpleCommand, args: readonly Word[]): Word | undefined {
  const output = args.findIndex(({value}) => /^(?:-[A-Za-z]*o|--output)$/.test(value ?? ''));
  const redirect = redirects.find(
    ({operator, descriptor}) => operator === '>' && (descriptor ?? 1) === 1,
  );
  const file = redirect?.target ?? (output === -1 ? undefined : args[output + 1]);
  return file === undefined || /^\/dev\/|^-$/.test(file.text) ? undefined : file;
}

/** An unquoted expansion may hold the flag; a script that prints the status code looks at it. */
function saysFail({value, text}: Word): boolean {
  if (value === undefined) return text.startsWith('$');
  return /^--fail|^-[A-Za-z]*f|^-[A-Za-z]*[wKI]$|^--(?:write-out|config|head)/.test(value);
}
