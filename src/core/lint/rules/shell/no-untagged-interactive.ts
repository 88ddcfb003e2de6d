import {analyzeEffect, commandLayers, programName} from '../../../shell';
import type {EffectReason, SimpleCommand, Span} from '../../../shell';
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
  options: {
    allowedPrograms: {
      summary: 'Programs that end by themselves here, whatever they are elsewhere',
      pattern: /^\S+$/,
      example: ['vi', 'top'],
    },
    interactivePrograms: {
      summary: 'More programs that need a terminal',
      pattern: /^\S+$/,
      example: ['k9s', 'lnav'],
    },
  },
  examples: {
    good: [
      {
        title: 'a tag that says so, an end, and a block that is no step',
        source:
          '```bash {"name":"shell","interactive":true}\nkubectl exec -it deploy/web -- sh\n```\n\n```bash {"name":"reach","timeout":"30s"}\nping -c 3 turso.io\ntimeout 10 tail -f /var/log/syslog\n```\n\n```bash\ntail -f /var/log/syslog\n```\n',
      },
      {
        title: 'a program that only prints here',
        source: '```bash {"name":"load"}\ntop\n```\n',
        options: {allowedPrograms: ['top']},
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
      {
        title: 'a program of the team',
        source: '```bash {"name":"look"}\nsudo k9s -n shop\n```\n',
        options: {interactivePrograms: ['k9s']},
        reports: [
          '2:6-2:9 Found `k9s`, which needs a terminal, in the step `look`, expected `"interactive":true` in the tag, or a command that only prints.',
        ],
      },
    ],
  },
  check({report, options}) {
    const allowed = new Set(options.allowedPrograms);
    const interactive = new Set(options.interactivePrograms);
    return {
      script(script) {
        const {step} = script.block;
        if (step?.kind !== 'command' || step.background || isDeclaredInteractive(script)) return;
        for (const {outcome, program, start, end} of reasonsIn(script, interactive)) {
          if (allowed.has(nameOf(program))) continue;
          const found = script.shell.script.slice(start, end);
          const isName = found === program || found.endsWith(`/${program}`);
          const data = {command: isName ? program : `${program} ${found}`, step: step.name};
          report({at: script.place(start, end), message: outcome, data});
        }
      },
    };
  },
});

type Waiting = Pick<EffectReason, 'program' | 'start' | 'end'> & {
  readonly outcome: 'interactive' | 'blocking';
};

/** Once a program: an editor in the terminal is interactive and blocks too. */
function reasonsIn({shell}: ScriptNode, interactive: ReadonlySet<string>): readonly Waiting[] {
  const bounded = shell.commands.filter(({name}) => name?.value === 'timeout');
  const own = analyzeEffect(shell)
    .reasons.filter(isWaiting)
    .filter(reason => !isSaidElsewhere(reason, shell.script) && !isInside(reason, bounded));
  const byStart = new Map<number, Waiting>();
  for (const reason of [...own, ...callsOf(interactive, shell)]) {
    if (!byStart.has(reason.start)) byStart.set(reason.start, reason);
  }
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function callsOf(names: ReadonlySet<string>, {commands}: ScriptNode['shell']): readonly Waiting[] {
  if (names.size === 0) return [];
  const programs = commands.flatMap(commandLayers).flatMap(({argv}) => argv.slice(0, 1));
  return programs.flatMap(word => {
    const program = programName(word) ?? '';
    const {start, end} = word;
    return names.has(program) ? [{outcome: 'interactive', program, start, end} as const] : [];
  });
}

function nameOf(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

function isWaiting(reason: EffectReason): reason is EffectReason & Waiting {
  return reason.outcome === 'interactive' || reason.outcome === 'blocking';
}

/** `kubectl edit` and the prompt of pprof have rules of their own. */
function isSaidElsewhere({program, code, start, end}: EffectReason, script: string): boolean {
  if (program === 'go' || program === 'pprof') return code === 'no-command';
  return script.slice(start, end) === 'edit';
}

function isInside({start, end}: Span, commands: readonly SimpleCommand[]): boolean {
  return commands.some(command => command.start <= start && end <= command.end);
}
