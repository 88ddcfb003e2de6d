import {type Call, defineTool, listOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

/** A shell with `-c` is looked through; a script file can do anything; neither is a prompt. */
export const shells = [
  defineTool({
    names: listOf('bash, sh, zsh, dash, ksh, ash, fish'),
    effect: 'read',
    takes: ['-o', '-O', '-c'],
    judge: judgeShell,
  }),
  defineTool({names: ['su', 'runuser'], effect: 'read', judge: judgeUser}),
  defineTool({
    names: ['python', 'python3', 'node', 'ruby', 'php'],
    effect: 'change',
    safe: ['-V', '-v'],
    judge: judgeInterpreter,
  }),
  defineTool({names: ['source', '.'], effect: 'change'}),
  defineTool({
    names: ['ssh'],
    effect: 'read',
    takes: [...'BbcDEeFIiJLlmOopQRSWw'].map(letter => `-${letter}`),
    judge: judgeRemote,
  }),
];

function judgeShell(call: Call): readonly Verdict[] {
  if (call.words.some(({value}) => value !== undefined && /^-[a-z]*[cn]$/.test(value))) return [];
  const [script] = call.arguments;
  if (script !== undefined && script.value !== '-') return verdicts('change', script, 'argument');
  return call.fed
    ? verdicts('change', call.program, 'program')
    : verdicts(['change', 'interactive'], call.program, 'no-command');
}

function judgeUser(call: Call): readonly Verdict[] {
  if (call.flag('-c', '--command') !== undefined) return [];
  return verdicts(['change', 'interactive'], call.program, 'no-command');
}

function judgeInterpreter(call: Call): readonly Verdict[] {
  const runs = call.arguments.length > 0 || call.flag('-c', '-m', '-e', '-p') !== undefined;
  return runs || call.fed ? [] : verdicts('interactive', call.program, 'no-command');
}

function judgeRemote(call: Call): readonly Verdict[] {
  const forwards = call.flag('-N');
  if (forwards !== undefined) return verdicts('blocking', forwards, 'flag');
  if (call.arguments.length > 1 || call.fed) return [];
  return verdicts(['change', 'interactive'], call.program, 'no-command');
}
