import {programName} from '../../../shell';
import type {Word} from '../../../shell';
import {isDeclaredInteractive} from '../../shell/declared-interactive';
import {defineRule} from '../../rule';

const REPORTS =
  /^--?(?:top|text|tree|peek|list|web|svg|png|pdf|gif|ps|dot|raw|proto|traces|callgrind|topproto|disasm|weblist|http|tags|comments|output|h|help)(?:=|$)/;

export default defineRule({
  id: 'tool/no-interactive-pprof',
  summary: 'Disallow `go tool pprof` without the report that it prints',
  why: 'Without one it opens a prompt and waits, so that nothing below it runs and nothing is recorded.',
  severity: 'warning',
  messages: {pprof: 'Found `go tool pprof` without a report, expected one such as `-top`.'},
  examples: {
    good: [
      {
        title: 'a report, or the web view',
        source:
          '```bash\ngo tool pprof -top -nodecount=20 heap.prof\ngo tool pprof -http=:8081 heap.prof\n```\n',
      },
      {
        title: 'a step that says that it is interactive',
        source: '```bash {"name":"explore","interactive":true}\ngo tool pprof heap.prof\n```\n',
      },
    ],
    bad: [
      {
        title: 'a prompt',
        source: '```bash\ngo tool pprof http://localhost:8080/debug/pprof/heap\n```\n',
        reports: ['2:1-2:14 Found `go tool pprof` without a report, expected one such as `-top`.'],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, script, place}) {
        if (isDeclaredInteractive(script)) return;
        for (const {argv} of layers) {
          const pprof = pprofIn(argv);
          if (pprof === undefined || pprof.args.some(printsReport)) continue;
          report({at: place(pprof.start, pprof.end), message: 'pprof', data: {}});
        }
      },
    };
  },
});

function pprofIn(argv: readonly Word[]) {
  const [first, tool, program, ...args] = argv;
  if (first === undefined || program === undefined) return undefined;
  const isPprof =
    programName(first) === 'go' && tool?.value === 'tool' && program.value === 'pprof';
  return isPprof ? {start: first.start, end: program.end, args} : undefined;
}

function printsReport({value}: Word): boolean {
  return value === undefined || REPORTS.test(value);
}
