import {programName} from '../../../shell';
import type {Shell, SimpleCommand, Word} from '../../../shell';
import {defineRule} from '../../rule';

const READERS = new Set(
  'cat tac sort uniq head tail cut wc sed awk gawk grep egrep fgrep jq yq base64 envsubst nl column tr iconv paste rev'.split(
    ' ',
  ),
);
/** Their first operand is a program or a pattern. */
const WITH_PROGRAM = new Set(['sed', 'awk', 'gawk', 'grep', 'egrep', 'fgrep', 'jq', 'yq', 'tr']);

export default defineRule({
  id: 'shell/no-overwritten-input',
  summary: 'Disallow a redirect into the file that the same pipeline reads',
  why: 'The shell empties the file before anything reads it: the result is an empty file, and what was in it is gone.',
  severity: 'error',
  messages: {
    overwritten:
      'Found a redirect into `{{file}}`, which the same pipeline reads, expected another file that then replaces it.',
  },
  examples: {
    good: [
      {
        title: 'another file first, and a file that grows',
        source:
          '```bash\nsort hosts > hosts.new && mv hosts.new hosts\necho web >> hosts\ngrep hosts list > hosts\nsort -o hosts hosts\n```\n',
      },
    ],
    bad: [
      {
        title: 'a file that becomes empty',
        source: '```bash\njq .items pods.json | sort > pods.json\nsort < hosts > hosts\n```\n',
        reports: [
          '2:30-2:39 Found a redirect into `pods.json`, which the same pipeline reads, expected another file that then replaces it.',
          '3:16-3:21 Found a redirect into `hosts`, which the same pipeline reads, expected another file that then replaces it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script({shell, place}) {
        for (const commands of pipelinesOf(shell)) {
          const written = commands.flatMap(filesWritten);
          if (written.length === 0) continue;
          const read = new Set(commands.flatMap(filesRead).map(plain));
          for (const target of written) {
            if (target.value === undefined || !read.has(plain(target.value))) continue;
            const at = place(target.start, target.end);
            report({at, message: 'overwritten', data: {file: target.text}});
          }
        }
      },
    };
  },
});

function pipelinesOf({commands}: Shell): Iterable<readonly SimpleCommand[]> {
  const pipelines = new Map<number, SimpleCommand[]>();
  for (const command of commands) {
    const own = pipelines.get(command.stage.pipeline);
    if (own === undefined) pipelines.set(command.stage.pipeline, [command]);
    else own.push(command);
  }
  return pipelines.values();
}

function filesWritten({redirects}: SimpleCommand): readonly Word[] {
  return redirects.flatMap(({operator, target, descriptor = 1}) =>
    operator === '>' && descriptor === 1 && target !== undefined && !isDevice(target)
      ? [target]
      : [],
  );
}

function filesRead({name, args, redirects}: SimpleCommand): readonly string[] {
  const program = programName(name) ?? '';
  const operands = READERS.has(program) ? args.filter(({text}) => !text.startsWith('-')) : [];
  const files = WITH_PROGRAM.has(program) ? operands.slice(1) : operands;
  const inputs = redirects.flatMap(({operator, target}) =>
    operator === '<' && target !== undefined ? [target] : [],
  );
  return [...files, ...inputs].flatMap(({value}) => (value === undefined ? [] : [value]));
}

/** `./web.log` is `web.log`. */
function plain(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '');
}

function isDevice({text}: Word): boolean {
  return text.startsWith('/dev/');
}
