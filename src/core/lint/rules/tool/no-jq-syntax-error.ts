import type {JqProblem} from '../../engines';
import {defineRule} from '../../rule';
import {callsOf} from '../../shell/calls';
import {embeddedText} from '../../tool/embedded-text';
import type {EmbeddedText} from '../../tool/embedded-text';
import {jqProgram} from '../../tool/jq-program';

export default defineRule({
  id: 'tool/no-jq-syntax-error',
  summary: 'Disallow programs that jq does not compile',
  why: 'In place of the answer jq prints an error, and in the middle of an incident somebody has to mend the program by hand.',
  severity: 'error',
  messages: {
    unexpected: 'Found `{{found}}` in a program of jq, expected {{expected}}.',
    end: 'Found the end of a program of jq after `{{found}}`, expected {{expected}}.',
    function:
      'Found `{{name}}`, which jq does not define, expected one of its functions or a `def`.',
    similar: 'Found `{{name}}`, which jq does not define, expected `{{similar}}`.',
    variable:
      'Found `${{name}}`, which nothing defines, expected `--arg {{name}} VALUE` or `as ${{name}}`.',
    escape:
      'Found `{{found}}` in a string of jq, expected `\\{{found}}` or an escape that JSON has.',
  },
  examples: {
    good: [
      {
        title: 'programs that compile',
        source:
          "```bash\nkubectl get pods -o json | jq -r '.items[] | \"\\(.metadata.name) \\(.status.phase)\"'\njq -n --arg name \"$NAME\" '{data: {($name): env.VALUE}}'\njq 'def f: .a?; [.[] | f] | add // 0' data.json\n```\n",
      },
      {
        title: 'programs that are not all there',
        source:
          '```bash\njq ".items[] | select(.name == \\"$NAME\\")" pods.json\njq -f report.jq pods.json\nbash -c "jq \'.items[$INDEX]\' pods.json"\njq \'.items[] | select(.name == "<name>"\' pods.json\n```\n',
      },
    ],
    bad: [
      {
        title: 'brackets that are not closed or not opened',
        source:
          "```bash\njq '.items[' pods.json\nkubectl get pods -o json | jq -r '.items[] | select(.a == 1'\njq '.items[]) | .name' pods.json\n```\n",
        reports: [
          '2:11-2:12 Found the end of a program of jq after `[`, expected a filter.',
          '3:59-3:60 Found the end of a program of jq after `1`, expected `;` or `)`.',
          '4:13-4:14 Found `)` in a program of jq, expected the end of the program.',
        ],
      },
      {
        title: 'names that nothing defines',
        source:
          "```bash\njq '.items[] | selct(.ready)' pods.json\njq '.metadata.app-name' pod.json\njq --arg ns shop '.items[] | select(.namespace == $name)' pods.json\n```\n",
        reports: [
          '2:16-2:21 Found `selct/1`, which jq does not define, expected `select`.',
          '3:19-3:23 Found `name/0`, which jq does not define, expected one of its functions or a `def`.',
          '4:51-4:56 Found `$name`, which nothing defines, expected `--arg name VALUE` or `as $name`.',
        ],
      },
      {
        title: 'an escape that JSON does not have',
        source: '```bash\njq \'.[] | test("\\d+")\' names.json\n```\n',
        reports: [
          '2:17-2:19 Found `\\d` in a string of jq, expected `\\\\d` or an escape that JSON has.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    const compile = workspace.engines.jq;
    if (compile === undefined) return {};

    function say(problem: JqProblem, {text, place}: EmbeddedText): void {
      const at = place(problem.start, problem.end);
      const found = text.slice(problem.start, problem.end);
      if (problem.kind === 'unexpected' || problem.kind === 'end') {
        const data = {found, expected: listOf(problem.expected)};
        return report({at, message: problem.kind, data});
      }
      if (problem.kind === 'variable') {
        return report({at, message: 'variable', data: {name: problem.name}});
      }
      if (problem.kind === 'escape') return report({at, message: 'escape', data: {found}});
      const {name, similar} = problem;
      if (similar === undefined) report({at, message: 'function', data: {name}});
      else report({at, message: 'similar', data: {name, similar}});
    }

    return {
      command(node) {
        for (const {args, layer} of callsOf(node, 'jq')) {
          const program = jqProgram(args);
          const embedded = program && embeddedText(program.word, layer, node);
          if (program === undefined || embedded === undefined || isBeyond(embedded.text)) continue;
          const problem = compile(embedded.text, program.variables);
          if (problem !== undefined) say(problem, embedded);
        }
      },
    };
  },
});

/** Modules are files of their own; whether an empty program is one depends on the version. */
function isBeyond(program: string): boolean {
  return /\b(?:import|include)\b/.test(program) || program.trim() === '';
}

/** What jq calls its tokens, for people. */
const TOKENS: Readonly<Record<string, string | undefined>> = {
  'end of file': 'the end of the program',
  FORMAT: 'a format such as `@text`',
  QQSTRING_START: 'a string',
  QQSTRING_END: '`"`',
  QQSTRING_INTERP_END: '`)`',
  IDENT: 'a name',
  FIELD: 'a field',
  BINDING: 'a variable',
  LITERAL: 'a number',
};

/** Inside a string anything may stand, so only its end is worth a word. */
const UNTOLD = new Set(['QQSTRING_TEXT', 'QQSTRING_INTERP_START']);

/** jq names what it expects only if that is little. */
function listOf(tokens: readonly string[]): string {
  const told = tokens.filter(token => !UNTOLD.has(token));
  const words = told.map(token => TOKENS[token] ?? `\`${token}\``);
  return words.length === 0 ? 'a filter' : words.join(' or ');
}
