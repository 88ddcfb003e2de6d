import type {LocatedStep, MarkdownDocument} from '../../../document';
import {parseKubectl} from '../../../kubectl';
import {analyzeEffect, commandLayers, programName} from '../../../shell';
import type {EffectReason, Shell} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/require-verification',
  summary: 'Require a check after each step that changes something',
  why: 'A command that ends well has asked for a change. Whether it came, and whether it helped, nobody knows until something looks.',
  severity: 'warning',
  messages: {
    unverified:
      'Found no check after the step `{{step}}`, in which `{{program}}` changes something, expected a query, `kubectl rollout status` or `wait`, or a step under a heading such as "Verification".',
  },
  examples: {
    good: [
      {
        title: 'a wait in the same step, and a query behind it',
        source:
          '## Resolution\n\n```bash {"name":"restart"}\nkubectl rollout restart deployment/web\nkubectl rollout status deployment/web --timeout=5m\n```\n\n```bash {"name":"set-env"}\nkubectl set env deployment/web SYNC=off\n```\n\n## Verification\n\n```promql {"name":"errors","expect":"< 0.05","within":"5m"}\nsum(rate(errors_total[5m]))\n```\n',
      },
      {
        title: 'a page that is no runbook',
        source: '## Install\n\n```bash {"name":"install"}\nnpm install\n```\n',
      },
    ],
    bad: [
      {
        title: 'a restart that nobody looks at',
        source:
          '## Diagnosis\n\n```promql {"name":"errors"}\nsum(rate(errors_total[5m]))\n```\n\n## Resolution\n\n```bash {"name":"restart"}\nkubectl rollout restart deployment/web\n```\n',
        reports: [
          '9:10-9:26 Found no check after the step `restart`, in which `kubectl` changes something, expected a query, `kubectl rollout status` or `wait`, or a step under a heading such as "Verification".',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        const {steps} = document;
        if (!hasPhases(document)) return;
        const undos = new Set(steps.map(({step}) => (step.kind === 'command' ? step.undo : null)));
        const lastCheck = steps.findLastIndex(isCheck);
        steps.forEach(({step, nameSpan, block}, index) => {
          const shell = step.kind === 'command' ? block?.shell : undefined;
          if (shell === undefined || index < lastCheck || undos.has(step.name)) return;
          const cause = changeIn(shell);
          if (cause === undefined || looksAfter(shell, cause)) return;
          report({
            at: nameSpan,
            message: 'unverified',
            data: {step: step.name, program: cause.program},
          });
        });
      },
    };
  },
});

/** A page of commands for something else has tags too. */
function hasPhases({frontMatter, steps}: MarkdownDocument): boolean {
  return frontMatter?.declaresRunbook === true || steps.some(({step}) => step.phase !== null);
}

function isCheck({step, block}: LocatedStep): boolean {
  if (step.kind === 'query' || step.phase === 'verification') return true;
  return block?.shell !== undefined && waitsIn(block.shell).length > 0;
}

/** The last thing that is known to change something; what an unknown program does is not. */
function changeIn(shell: Shell): EffectReason | undefined {
  return analyzeEffect(shell).reasons.findLast(
    ({outcome, code}) =>
      (outcome === 'change' || outcome === 'destroy') &&
      !['unknown-program', 'unknown-verb', 'expansion', 'no-command'].includes(code),
  );
}

const SILENT = new Set(['echo', 'printf', 'sleep', 'true', 'cd', 'exit', 'set', 'export']);

/** A command behind the change that reads, such as `systemctl is-active`. */
function looksAfter(shell: Shell, change: EffectReason): boolean {
  return shell.commands.some(
    ({start, name}) =>
      start > change.start && name !== undefined && !SILENT.has(programName(name) ?? ''),
  );
}

function waitsIn(shell: Shell): readonly string[] {
  return shell.commands.flatMap(commandLayers).flatMap(({argv}) => {
    const path = programName(argv[0]) === 'kubectl' ? parseKubectl(argv).path.join(' ') : '';
    return path === 'wait' || path === 'rollout status' ? [path] : [];
  });
}
