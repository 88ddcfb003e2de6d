import {analyzeEffect, commandLayers, programName} from '../../../shell';
import type {EffectReason, SimpleCommand} from '../../../shell';
import type {ScriptNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-unreached-command',
  summary: 'Disallow a command that never ends before another command of its block',
  why: 'A log that is followed or a screen that refreshes ends when somebody interrupts it. Whoever copies the block waits, and the commands below never run.',
  severity: 'warning',
  messages: {
    unreached:
      'Found `{{command}}`, which does not end by itself, before `{{next}}`, expected it last, in a block of its own, or with an end.',
  },
  examples: {
    good: [
      {
        title: 'last, alone, with an end, in the background, and one by one behind prompts',
        source:
          '```bash\nsystemctl restart web\njournalctl -u web -f\n```\n\n```bash\ntail -n 100 /var/log/web.log\nping -c 3 db-1\ntimeout 10 kubectl logs -f web-0\nsudo timeout 10 tcpdump -i any\ndocker compose -f web.yml logs --tail=100 web\ntail -f /var/log/web.log &\nls\n```\n\n```console\n$ tail -f /var/log/web.log\n$ ls\n```\n\n```bash\n# in one terminal\nkubectl logs -f web-0\n\n# in another terminal\nkubectl delete pod web-0\n```\n',
      },
    ],
    bad: [
      {
        title: 'a log that is followed, and a screen that refreshes',
        source:
          '```bash\ntail -f /var/log/web.log\nsystemctl restart web\n```\n\n```bash\nwatch kubectl get pods\nkubectl describe pod web-0\n```\n',
        reports: [
          '2:6-2:8 Found `tail -f`, which does not end by itself, before `systemctl`, expected it last, in a block of its own, or with an end.',
          '7:1-7:6 Found `watch`, which does not end by itself, before `kubectl`, expected it last, in a block of its own, or with an end.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        const {block, shell} = script;
        if (block.step !== undefined || block.normalized?.prompts.length !== 0) return;
        if (shell.commands.length < 2 || !mayNotEnd(shell)) return;
        for (const reason of analyzeEffect(shell).reasons) {
          const command = isEndless(reason, script) ? commandAt(script, reason) : undefined;
          const next = command && nextCommand(script, command);
          if (next === undefined) continue;
          const {start, end, program} = reason;
          const text = shell.script.slice(start, end);
          const isName = text === program || text.endsWith(`/${program}`);
          const data = {
            command: isName ? program : `${program} ${text}`,
            next: next.name?.text ?? next.text,
          };
          report({at: script.place(start, end), message: 'unreached', data});
        }
      },
    };
  },
});

/** Whether there are the names and flags without which nothing blocks; to weigh every command takes far longer. */
function mayNotEnd({script}: ScriptNode['shell']): boolean {
  return ENDLESS.test(script) || (SHORT_FLAG.test(script) && HAS_SHORT_FLAG.test(script));
}

const ENDLESS =
  /--(?:follow|watch|listen|stat|latency|no-buffer)|-(?:http|web)\b|\w*top\b|\b(?:watch|k9s|attach|events|wait|stern|kubetail|kail|sniff|trace|\w*ping6?|mtr|tcpdump|tshark|ngrep|nc|ncat|netcat|socat|s_client|s_server|monitor|MONITOR|p?subscribe|P?SUBSCRIBE)\b/;
const SHORT_FLAG = /\s-\w*[fFwN]/;
const HAS_SHORT_FLAG = /\b(?:tail|logs?|journalctl|dmesg|get|ssh)\b/;

/** `port-forward` and `proxy` have a rule of their own, and curl without a buffer ends in most cases. */
function isEndless({outcome, start, end, program}: EffectReason, script: ScriptNode): boolean {
  if (outcome !== 'blocking' || program === 'curl') return false;
  return !/^(?:port-forward|proxy|wait|trace)$/.test(script.shell.script.slice(start, end));
}

/** In the foreground, and not in a loop, a function or a command that ends it. */
function commandAt({shell}: ScriptNode, {start, end}: EffectReason): SimpleCommand | undefined {
  const command = shell.commands.find(one => one.start <= start && end <= one.end);
  if (command === undefined || command.background || command.within.length > 0) return undefined;
  const readers = shell.commands.filter(({stage}) => stage.pipeline === command.stage.pipeline);
  const programs = [command, ...readers]
    .flatMap(commandLayers)
    .map(({argv}) => programName(argv[0]));
  const isEnded = programs.some(name => ENDING.test(name ?? ''));
  return isEnded ? undefined : command;
}

const ENDING = /^(?:timeout|gtimeout|head|trap|exec|ssh)$/;

/** None where a comment between them speaks of another place to run it in. */
function nextCommand({shell}: ScriptNode, {end, stage}: SimpleCommand): SimpleCommand | undefined {
  const next = shell.commands.find(
    other =>
      other.start >= end && other.stage.pipeline !== stage.pipeline && other.name !== undefined,
  );
  const between = next && shell.script.slice(end, next.start);
  return between === undefined ||
    /terminal|window|\btab\b|\bor\b|Ctrl|then|alternativ/i.test(between)
    ? undefined
    : next;
}
