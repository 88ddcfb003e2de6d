import {analyzeEffect} from '../../../shell';
import type {EffectReason} from '../../../shell';
import {isDeclaredInteractive} from '../../shell/declared-interactive';
import type {ScriptNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-untagged-interactive',
  summary: 'Disallow a step that waits for a person or never ends, unless its tag says so',
  why: 'A run stops at this step for a person, or until its timeout. The tag says so beforehand: to the reader, and to every tool that runs the blocks.',
  severity: 'warning',
  messages: {
    interactive:
      'Found `{{command}}`, which needs a terminal, in the step `{{step}}`, expected `"interactive":true` in the tag, or a command that only prints.',
    blocking:
      'Found `{{command}}`, which does not end by itself, in the step `{{step}}`, expected an option that ends it, or `"background":true` or `"interactive":true` in the tag.',
  },
  examples: {
    good: [
      {
        title: 'a tag that says so, an end, and a block that is no step',
        source:
          '```bash {"name":"shell","interactive":true}\nkubectl exec -it deploy/web -- sh\n```\n\n```bash {"name":"reach","timeout":"30s"}\nping -c 3 turso.io\ntimeout 10 tail -f /var/log/syslog\n```\n\n```bash\ntail -f /var/log/syslog\n```\n',
      },
    ],
    bad: [
      {
        title: 'an editor, and a log without an end',
        source:
          '```bash {"name":"edit-hosts"}\nvi /etc/hosts\n```\n\n```bash {"name":"watch-log"}\ntail -f /var/log/syslog\n```\n',
        reports: [
          '2:1-2:3 Found `vi`, which needs a terminal, in the step `edit-hosts`, expected `"interactive":true` in the tag, or a command that only prints.',
          '6:6-6:8 Found `tail -f`, which does not end by itself, in the step `watch-log`, expected an option that ends it, or `"background":true` or `"interactive":true` in the tag.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        const {step} = script.block;
        if (step?.kind !== 'command' || step.background || isDeclaredInteractive(script)) return;
        for (const {outcome, program, start, end} of reasonsIn(script)) {
          const found = script.shell.script.slice(start, end);
          const isName = found === program || found.endsWith(`/${program}`);
          const data = {command: isName ? program : `${program} ${found}`, step: step.name};
          report({at: script.place(start, end), message: outcome, data});
        }
      },
    };
  },
});

type Waiting = EffectReason & {readonly outcome: 'interactive' | 'blocking'};

/** Once a program: an editor in the terminal is interactive and blocks too. */
function reasonsIn({shell}: ScriptNode): readonly Waiting[] {
  const reasons = analyzeEffect(shell).reasons.filter(isWaiting);
  return reasons
    .filter(reason => !isSaidElsewhere(reason, shell.script) && !isBounded(reason, shell))
    .filter(
      (reason, index, all) =>
        all.findIndex(other => other.start === reason.start && isWaiting(other)) === index,
    );
}

function isWaiting(reason: EffectReason): reason is Waiting {
  return reason.outcome === 'interactive' || reason.outcome === 'blocking';
}

/** `kubectl edit` and the prompt of pprof have rules of their own. */
function isSaidElsewhere({program, code, start, end}: EffectReason, script: string): boolean {
  if (program === 'go' || program === 'pprof') return code === 'no-command';
  return script.slice(start, end) === 'edit';
}

function isBounded({start, end}: EffectReason, {commands}: ScriptNode['shell']): boolean {
  return commands.some(
    command => command.start <= start && end <= command.end && command.name?.value === 'timeout',
  );
}
