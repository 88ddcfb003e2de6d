import type {ShellError, SimpleCommand} from '../../shell';
import type {ScriptNode} from '../node';

const PROGRAMS = new Set(
  `alias apt apt-get argocd aws awk az base64 basename bash cat cd chmod chown cmctl cp crictl ctr curl cut
  date dd df diff dig dirname docker du echo egrep env etcdctl eval exec exit export fgrep find flux free
  gcloud gh git go grep gunzip gzip head helm host htop ip istioctl java jobs journalctl jq k3s kafka-topics.sh
  kill killall kubeadm kubectl kustomize k kubens kubectx less ln ls lsof make mkdir mktemp mount mv mysql nc
  netstat nice node nohup npm npx nslookup oc openssl patch perl pgrep ping pip pkill podman printf promtool
  ps psql pwd python python3 read redis-cli rm rmdir rsync scp sed seq service set sh skopeo sleep sort source
  ss ssh ssh-keygen stat stern strace su sudo sysctl systemctl tail tar tcpdump tee telnet terraform test time
  timeout top touch tr trap traceroute umount uname uniq unset unzip uptime vault velero vim vi wait watch wc
  wget which xargs yarn yq zcat zgrep .`.split(/\s+/),
);
const KEYWORDS =
  /^(?:for|while|until|if|case|select|function|then|do|else|elif|done|fi|esac|\{|\[\[|!)$/;
/** The start of a compound command, as far from a sentence as can be told. */
const OPENERS =
  /^[ \t]*(?:(?:for|select)\s+\w+\s+in\b|for\s*\(\(|(?:while|until|if)\s.*(?:;\s*(?:do|then)\b|\]$)|(?:do|then)\b|case\s.*\sin\b|\w+\s*\(\)\s*\{)/m;

/**
 * Tells that an error stands in a line that is no command at all: output or prose in a block that
 * is only shown. A step is run as it stands, so that there every error counts.
 */
export function isPastedText({start}: ShellError, {shell, block}: ScriptNode): boolean {
  if (block.step !== undefined) return false;
  const {script} = shell;
  if (script.slice(start).trim() === '' && OPENERS.test(script)) return false;
  return !looksLikeCommand(firstWord(script, start));
}

/** The first column of tables that tools print. */
const COLUMNS = new Set([
  'NAME',
  'NAMESPACE',
  'LAST SEEN',
  'REVISION',
  'CONTAINER ID',
  'REPOSITORY',
  'UID',
  'USER',
  'PID',
  'Filesystem',
  'Proto',
  'COMMAND',
]);
/** What tools say when something was done, or could not be. */
const DONE =
  /^[a-z][\w.-]*\/\S+ (?:created|configured|unchanged|deleted|restarted|scaled|patched|labeled|annotated|exposed|cordoned|uncordoned|drained|rolled back|env updated|image updated)$/;
const REFUSED =
  /^Error from server(?: \(\w+\))?: |^error: (?:unable|the server|You must|no |timed)/;

/** A line of a block that is only shown which bash reads as a command and which is output. */
export function outputLine({shell, block}: ScriptNode): SimpleCommand | undefined {
  if (block.step !== undefined || shell.commands.length < 2) return undefined;
  return shell.commands.slice(1).find(({start, within}) => {
    const line = lineAt(shell.script, start);
    return within.length === 0 && (isHeading(line) || DONE.test(line) || REFUSED.test(line));
  });
}

function isHeading(line: string): boolean {
  const [first = '', ...columns] = line.split(/\s{2,}/);
  return COLUMNS.has(first) && columns.length > 1 && columns.every(name => /^[A-Z%]/.test(name));
}

const LONGEST_LINE = 400;

/** The line, if a command begins it. */
function lineAt(script: string, start: number): string {
  const before = script.slice(Math.max(0, start - LONGEST_LINE), start);
  if (!/(?:^|\n)[ \t]*$/.test(before)) return '';
  const [line = ''] = script.slice(start, start + LONGEST_LINE).split('\n', 1);
  return line.trimEnd();
}

/** The first word of the line that holds an offset, or of the one that it continues. */
function firstWord(script: string, offset: number): string {
  const lines = script.slice(0, offset).trimEnd().split('\n');
  const end = script.indexOf('\n', offset);
  const rest = script.slice(offset, end === -1 ? undefined : end);
  let line = lines.length - 1;
  while (line > 0 && /(?:\\|\||&&)\s*$/.test(lines[line - 1] ?? '')) line -= 1;
  const text = line === lines.length - 1 ? `${lines[line] ?? ''}${rest}` : (lines[line] ?? '');
  return /^\s*(\S+)/.exec(text)?.[1] ?? '';
}

function looksLikeCommand(word: string): boolean {
  return PROGRAMS.has(word) || KEYWORDS.test(word) || /^(?:\w+=|\.{0,2}\/|~\/|"?\$)/.test(word);
}
