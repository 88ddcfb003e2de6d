import {programName} from '../../../shell';
import type {CommandLayer, Word, WordPart} from '../../../shell';
import type {CommandNode} from '../../node';
import {defineRule} from '../../rule';
import {wordMatcher} from '../../word-matcher';

/** `{pod}` goes to the program as it stands: bash expands only lists and ranges. */
const BRACES = /(?<![%@$\\{#])\{([A-Za-z][\w-]{2,})\}(?!\})/g;
const BRACKETS = /^\[([a-z]{3,}(?:[-_ ][a-z]+)*|[A-Z]{3,}(?:[-_][A-Z]+)*)\]$/;
const CROSSES = /(?:^|[-./:=])(x{4,}|X{4,})(?=$|[-./:])|^(x{3}|X{3})$/;
const YOURS =
  /^(?:your|insert|replace)[-_][a-z][a-z0-9_.-]*$|^(?:YOUR|INSERT|REPLACE)[A-Z0-9_-]{3,}$/;
/** Words that say what should stand there, where names of objects and hosts stand. */
const SAID =
  /^(?:pod|node|container|namespace|deployment|service|release|cluster|instance|statefulset|daemonset|configmap|secret|job|host|server|bucket)[-_](?:name|id)(?:[-_]here)?$|^[a-z]+(?:[-_][a-z]+)*[-_]here$/;
const NAMING = new Set(
  'kubectl oc k helm docker podman systemctl journalctl service ssh scp'.split(' '),
);
const ADDRESS =
  /^(?:[\w.-]+@)?(?:host|hostname|server|servername|remote-?host|ip-?address|x{1,3}(?:\.x{1,3}){3})$/;
const DOUBLE = /^(?:[a-z]+\/)?(\{\{\s*[A-Za-z_][\w.-]*\s*\}\})$/;
/** For bash the value of `$pod`, or the word `name` where there is none. */
const DASHED = /\$\{[a-z]+(?:-[a-z]+)+\}/;

/** Most commands have nothing that looks like one. */
const MAY_HOLD_ONE = /[{[@]|xxx|your|insert|replace|[-_](?:name|id|here)|host|server/i;

/** Their arguments are patterns, texts, templates or names that may look like anything. */
const TAKES_ANYTHING = new Set(
  'echo printf grep egrep fgrep zgrep rg ag sed awk gawk perl python python3 ruby node jq yq tr expr test [ [[ find fd parallel git mkdir touch export let cut logger read'.split(
    ' ',
  ),
);
/** Options whose value is a template or the user's own text. */
const FREE =
  /^(?:-o|--output|--template|--format|-f|-w|--write-out|-p|--patch|--overrides|-H|--header|-d|--data\S*|-m|--message|--description|-e|-c)$/;

export default defineRule({
  id: 'shell/no-template-placeholder',
  summary: 'Disallow `{name}`, `[name]`, `your-name` and `xxxx` in the place of a value',
  why: 'bash hands them to the program as they stand, so whoever copies the command asks for a pod that is called `{pod}`.',
  severity: 'warning',
  messages: {
    placeholder:
      'Found the placeholder `{{placeholder}}` in an argument, expected an input such as `"${{variable}}"`.',
  },
  options: {
    allowedPlaceholders: {
      summary:
        'Placeholders as they are written, which something fills in before anybody copies them; `*` at the end stands for any rest',
      example: ['{cluster}', '[region]'],
    },
  },
  examples: {
    good: [
      {
        title: 'an input',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod that restarts}\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD" -n sql-studio\n```\n',
      },
      {
        title: 'braces and brackets of the tools',
        source:
          '```bash\nkubectl get pods -o jsonpath={.items} | xargs -I{} echo {}\ncp web.{yaml,bak} file[0-9] /tmp\ngit show HEAD@{upstream}\ncurl -s -o /dev/null -w %{http_code} localhost\nls pods | xargs -I {pod} kubectl logs {pod}\nkubectl get pods -l job-name=report\ngrep [error] web.log | tr [a-z] [A-Z]\n```\n',
      },
      {
        title: 'a placeholder that the build of the site fills in',
        source: '```bash\nkubectl --context {cluster} get pods -n shop\n```\n',
        options: {allowedPlaceholders: ['{cluster}']},
      },
    ],
    bad: [
      {
        title: 'words that say what should stand there',
        source:
          '```bash\nkubectl drain node-name --ignore-daemonsets\nkubectl logs {{pod_name}} -n ${pod-namespace}\nssh ops@hostname uptime\n```\n',
        reports: [
          '2:15-2:24 Found the placeholder `node-name` in an argument, expected an input such as `"$NODE_NAME"`.',
          '3:14-3:26 Found the placeholder `{{pod_name}}` in an argument, expected an input such as `"$POD_NAME"`.',
          '3:30-3:46 Found the placeholder `${pod-namespace}` in an argument, expected an input such as `"$POD_NAMESPACE"`.',
          '4:5-4:17 Found the placeholder `ops@hostname` in an argument, expected an input such as `"$OPS_HOSTNAME"`.',
        ],
      },
      {
        title: 'braces, brackets, crosses and words',
        source:
          '```bash\nkubectl logs {pod-name} -n {namespace}\nkubectl logs [pod-name]\nkubectl logs web-xxxxx -n your-namespace\n```\n',
        reports: [
          '2:14-2:24 Found the placeholder `{pod-name}` in an argument, expected an input such as `"$POD_NAME"`.',
          '2:28-2:39 Found the placeholder `{namespace}` in an argument, expected an input such as `"$NAMESPACE"`.',
          '3:14-3:24 Found the placeholder `[pod-name]` in an argument, expected an input such as `"$POD_NAME"`.',
          '4:18-4:23 Found the placeholder `xxxxx` in an argument, expected an input such as `"$NAME"`.',
          '4:27-4:41 Found the placeholder `your-namespace` in an argument, expected an input such as `"$YOUR_NAMESPACE"`.',
        ],
      },
    ],
  },
  check({report, options}) {
    const isAllowed = wordMatcher(options.allowedPlaceholders);
    return {
      command(node) {
        if (!MAY_HOLD_ONE.test(node.command.text)) return;
        for (const {text, start} of placeholdersIn(node)) {
          if (isAllowed(text)) continue;
          const words = text.match(/[A-Za-z0-9]+/g) ?? [];
          const variable = /^x+$/i.test(text) ? 'NAME' : words.join('_').toUpperCase();
          const at = node.place(start, start + text.length);
          report({at, message: 'placeholder', data: {placeholder: text, variable}});
        }
      },
    };
  },
});

type Placeholder = {readonly text: string; readonly start: number};

function placeholdersIn({layers, command, script}: CommandNode): readonly Placeholder[] {
  const words = layers.some(isTemplating) ? [] : layers.flatMap(ownWords);
  const isNaming = layers.some(({argv}) => NAMING.has(programName(argv[0]) ?? ''));
  const found = [
    ...words.flatMap(placeholdersOf),
    ...(isNaming ? words.flatMap(saidIn) : []),
    ...command.args.flatMap(word => dashedIn(word, script)),
  ];
  return [
    ...new Map(found.toReversed().map(one => [one.start, one] as const)).values(),
  ].toReversed();
}

/** `xargs -I {pod}` gives `{pod}` a meaning of its own. */
function isTemplating({argv}: CommandLayer): boolean {
  const [program, ...args] = argv;
  if (programName(program) === 'parallel') return true;
  const replaces = args.some(({value = ''}) => /^-[a-z0-9]*I|^--replace|^-i/.test(value));
  return programName(program) === 'xargs' && replaces;
}

function ownWords({argv}: CommandLayer, index: number, layers: readonly CommandLayer[]) {
  const [program, ...args] = argv;
  const name = programName(program);
  if (name === undefined || TAKES_ANYTHING.has(name)) return [];
  const inner = new Set(layers.slice(index + 1).flatMap(layer => layer.argv));
  return args.filter((word, at) => !inner.has(word) && !FREE.test(args[at - 1]?.value ?? ''));
}

function placeholdersOf(word: Word): readonly Placeholder[] {
  const {text, start, value} = word;
  if (/^-.*(?:output|template|format|jsonpath|columns)|^-o|\{\{|%\{/.test(text)) return [];
  const braces = word.parts.filter(isReadable).flatMap(bracesIn);
  if (braces.length > 0 || value === undefined) return braces;
  if (BRACKETS.test(text)) return [{text, start}];
  const crosses = CROSSES.exec(text);
  const name = crosses?.[1] ?? crosses?.[2];
  if (crosses !== null && name !== undefined)
    return [{text: name, start: start + crosses.index + crosses[0].indexOf(name)}];
  return text.split(/[/:=,]/).flatMap(piece => (YOURS.test(piece) ? [at(word, piece)] : []));
}

/** `pod-name`, `user@hostname` and `{{ pod }}` in the arguments of programs that take names. */
function saidIn(word: Word): readonly Placeholder[] {
  const {text, start, value} = word;
  const double = DOUBLE.exec(text)?.[1];
  if (double !== undefined) return [{text: double, start: start + text.indexOf(double)}];
  if (value !== text) return [];
  if (text.includes('@') && ADDRESS.test(text)) return [{text, start}];
  // `job-name=report` is a label of Kubernetes, and the name of a label says what it is.
  const named = text.slice(text.lastIndexOf('=') + 1);
  return named.split(/[/:,]/).flatMap(piece => (SAID.test(piece) ? [at(word, piece)] : []));
}

function dashedIn({text, start}: Word, {shell}: CommandNode['script']): readonly Placeholder[] {
  const found = text.includes('${') ? DASHED.exec(text) : null;
  if (found === null) return [];
  const [placeholder] = found;
  const name = /[a-z]+/.exec(placeholder)?.[0];
  const isAssigned = shell.variables.some(
    variable => variable.kind === 'definition' && variable.name === name,
  );
  return isAssigned ? [] : [{text: placeholder, start: start + found.index}];
}

function at({text, start}: Word, piece: string): Placeholder {
  return {text: piece, start: start + text.indexOf(piece)};
}

function isReadable({kind, quote}: WordPart): boolean {
  return kind === 'literal' && quote === 'none';
}

function bracesIn({text, start}: WordPart): readonly Placeholder[] {
  return Array.from(text.matchAll(BRACES), ({0: found, index}) => ({
    text: found,
    start: start + index,
  }));
}
