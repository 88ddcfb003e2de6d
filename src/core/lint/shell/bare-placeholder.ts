import {programName} from '../../shell';
import type {CommandLayer, Shell, Word} from '../../shell';
import type {CommandNode} from '../node';

export type BarePlaceholder = {readonly name: string; readonly start: number; readonly end: number};

/** What nobody writes but in the place of a value. */
const KNOWN =
  /^(?:(?:YOUR|MY|SOME|TARGET|THE)[_-][A-Z0-9_-]+|(?:[A-Z0-9]+[_-])*(?:POD|NODE|CONTAINER|DEPLOYMENT|SERVICE|NAMESPACE|CLUSTER|INSTANCE|HOST|CONTEXT|SECRET|CONFIGMAP|JOB|BUCKET|DATABASE|PVC|PV|IMAGE|RELEASE|REPLICASET|STATEFULSET|DAEMONSET|INGRESS|VOLUME|USER|RESOURCE|REVISION)[_-](?:NAME|ID|IP|ADDRESS|NAMESPACE|HASH|TAG|NUMBER))$/;
const SHAPE = /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$/;

/** One word in the place of a name, also as `__POD__` and `%POD%`. */
const SINGLE =
  /^[_%]*(?:POD|PODNAME|NODE|NODENAME|NAMESPACE|NAME|DEPLOYMENT|CONTAINER|SERVICE|STATEFULSET|DAEMONSET|RELEASE|REVISION|CONFIGMAP|SECRET|PVC|JOB|CRONJOB|INGRESS)[_%]*$/;
/** The same for hosts, behind `@` and in addresses. */
const HOST = /^(?:USER|USERNAME|HOST|HOSTNAME|SERVER|DOMAIN|IP|PORT)$/;

/** Names of objects are lower case, so that an upper-case one is always a placeholder. */
const LOWER_CASE_WORLD = new Set([
  'kubectl',
  'oc',
  'k',
  'kubecolor',
  'helm',
  'cmctl',
  'stern',
  'istioctl',
]);
/** Their arguments are names of variables, patterns, texts or programs. */
const TAKES_ANYTHING = new Set(
  'export unset declare typeset local readonly read mapfile readarray printf getopts printenv env echo grep egrep fgrep zgrep rg ag ack sed awk gawk perl python python3 ruby node jq yq psql mysql sqlite3 gh heroku vercel fly openssl iconv test [ [[ let kill trap set shopt git make cmake'.split(
    ' ',
  ),
);
/** Upper-case words that tools of the lower-case world do take. */
const MEANT =
  /^(?:EXTERNAL-IP|UTF-8|ISO-8859-\d+|(?:NO|HTTP|HTTPS|ALL)_PROXY|.*_PROXY|(?:CVE|RFC|SHA|ISO|TLS)[_-].*)$/;

/** The placeholders among the arguments of a command and of what it runs, those of the house included. */
export function placeholdersIn(
  {layers, script}: CommandNode,
  isOfHouse: (name: string) => boolean,
): readonly BarePlaceholder[] {
  return layers.flatMap((layer, index) => {
    const inner = new Set(layers.slice(index + 1).flatMap(({argv}) => argv));
    const own = layer.argv.slice(1).filter(word => !inner.has(word));
    return placeholdersOf(layer, own, {shell: script.shell, isOfHouse});
  });
}

function placeholdersOf(
  layer: CommandLayer,
  words: readonly Word[],
  {shell, isOfHouse}: {readonly shell: Shell; readonly isOfHouse: (name: string) => boolean},
): readonly BarePlaceholder[] {
  const program = programName(layer.argv[0]);
  if (program === undefined || TAKES_ANYTHING.has(program)) return [];
  // Contexts, clusters and users of a kubeconfig may have any name.
  const isLowerCase = LOWER_CASE_WORLD.has(program) && layer.argv[1]?.value !== 'config';
  const looksLikeOne = isLowerCase
    ? (name: string) => (SHAPE.test(name) && !MEANT.test(name)) || SINGLE.test(name)
    : (name: string) => KNOWN.test(name) && !isVariable(name, shell);
  return words
    .filter((word, index) => !isFree(words[index - 1]) && !word.text.startsWith('-o'))
    .flatMap(word =>
      namesIn(word).filter(
        ({name}) => looksLikeOne(name) || isOfHouse(name) || (isOfHost(word) && HOST.test(name)),
      ),
    );
}

/** `USER@HOST` and `http://HOST:PORT/`: a file may well be called `HOST`. */
function isOfHost({text}: Word): boolean {
  return /^[A-Z]+@[A-Z]+$|^[a-z]+:\/\/[A-Z]+(?::(?:[A-Z]+|\d+))?(?:\/|$)/.test(text);
}

/** Options whose value is the user's own text. */
function isFree(before: Word | undefined): boolean {
  return /^(?:-e|--env|--context|--cluster|--user|--kubeconfig|-o|--output|--set(?:-string|-file)?|--from-literal|--overrides|-p|--patch|--template|--description|--raw)$/.test(
    before?.value ?? '',
  );
}

const FREE_ASSIGNMENT =
  /^--(?:env|context|cluster|user|kubeconfig|output|set|set-string|from-literal|overrides|patch|template|description|raw)=/;

/** `deployment/NAME`, `--namespace=NAME`, `NAME:/tmp`: the parts of a word, without those left of `=`. */
function namesIn(word: Word): readonly BarePlaceholder[] {
  const {text, start, value} = word;
  if (value !== text || FREE_ASSIGNMENT.test(text)) return quotedWhole(word);
  const from = text.lastIndexOf('=') + 1;
  return Array.from(text.slice(from).matchAll(/[^/:,@.]+/g), ({0: name, index}) => ({
    name,
    start: start + from + index,
    end: start + from + index + name.length,
  }));
}

function quotedWhole({value, start, end, text}: Word): readonly BarePlaceholder[] {
  if (value === undefined || text.length !== value.length + 2) return [];
  return [{name: value, start: start + 1, end: end - 1}];
}

/** A script that has a variable of that name may well pass the name itself. */
function isVariable(name: string, shell: Shell): boolean {
  return shell.variables.some(variable => variable.name === name);
}
