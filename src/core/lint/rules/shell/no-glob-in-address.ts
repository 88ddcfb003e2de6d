import {programName} from '../../../shell';
import type {Word} from '../../../shell';
import {defineRule} from '../../rule';

const ADDRESS = /^(?:https?:\/\/|localhost[:/]|127\.0\.0\.1[:/]|[\w.-]+:\d+\/)/;
const CALLING = new Set(['curl', 'wget', 'http', 'https', 'xh', 'hey', 'ab', 'wrk', 'pprof', 'go']);

export default defineRule({
  id: 'shell/no-glob-in-address',
  summary: 'Disallow `?`, `*` and `[…]` in a URL without quotes',
  why: 'They are patterns for file names: zsh refuses the command with “no matches found”, and bash puts a file in the place of the address where one matches.',
  severity: 'warning',
  messages: {
    glob: 'Found `{{glob}}` in an address without quotes, where the shell looks for files, expected quotes around the address.',
  },
  examples: {
    good: [
      {
        title: 'in quotes, and patterns for files',
        source:
          "```bash\ncurl -f 'http://localhost:8080/debug/pprof/profile?seconds=30'\nls web-?.log\n```\n",
      },
    ],
    bad: [
      {
        title: 'a question mark',
        source: '```bash\ncurl -f http://localhost:8080/debug/pprof/profile?seconds=30\n```\n',
        reports: [
          '2:9-2:61 Found `?` in an address without quotes, where the shell looks for files, expected quotes around the address.',
        ],
        fixed: "```bash\ncurl -f 'http://localhost:8080/debug/pprof/profile?seconds=30'\n```\n",
      },
      {
        title: 'beside a variable',
        source: '```bash\ncurl -f http://$HOST:8080/jobs?state=failed\n```\n',
        reports: [
          '2:9-2:44 Found `?` in an address without quotes, where the shell looks for files, expected quotes around the address.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, script, place}) {
        for (const {argv, nested} of layers) {
          if (!CALLING.has(programName(argv[0]) ?? '')) continue;
          for (const word of argv.slice(1).filter(isPattern)) {
            // Another rule quotes what `&` cuts off along with the rest.
            if (/^&[\w.-]+=/.test(script.shell.script.slice(word.end, word.end + 80))) continue;
            const glob = word.parts.find(({kind}) => kind === 'glob')?.text ?? '?';
            const at = place(word.start, word.end);
            const fix = quotes(word).map(({offset, text}) => ({span: place(offset, offset), text}));
            const isSafe = word.value === word.text && nested === undefined;
            report({at, message: 'glob', data: {glob}, ...(isSafe && {fix})});
          }
          return;
        }
      },
    };
  },
});

function isPattern({glob, text}: Word): boolean {
  return glob && ADDRESS.test(text);
}

function quotes({start, end}: Word) {
  return [
    {offset: start, text: "'"},
    {offset: end, text: "'"},
  ];
}
