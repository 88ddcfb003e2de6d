import type {LocatedStep, MarkdownDocument} from '../../../document';
import {analyzeEffect} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/require-destroy-warning',
  summary: 'Require an `undo` or a warning for a step that destroys something',
  why: 'At night people run what they see. What cannot be taken back has to say so before the command, not after it.',
  severity: 'warning',
  messages: {
    unwarned:
      'Found no `undo` in the tag and no warning before the step `{{step}}`, in which `{{program}}` destroys something, expected one of the two.',
  },
  examples: {
    good: [
      {
        title: 'a warning, and a way back',
        source:
          '## Drain the node\n\n```bash {"name":"drain","undo":"uncordon"}\nkubectl drain node-1 --ignore-daemonsets --timeout=10m\n```\n\n```bash {"name":"uncordon"}\nkubectl uncordon node-1\n```\n\n## Empty the queue\n\n:::danger[Jobs are lost]\nWhat is in the queue is gone.\n:::\n\n```bash {"name":"flush"}\nredis-cli FLUSHALL\n```\n',
      },
    ],
    bad: [
      {
        title: 'a claim that is deleted without a word',
        source:
          '## Free the disk\n\n```bash {"name":"free"}\nkubectl delete pvc data-db-0 -n shop\n```\n',
        reports: [
          '3:10-3:23 Found no `undo` in the tag and no warning before the step `free`, in which `kubectl` destroys something, expected one of the two.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        const {steps} = document;
        const undos = new Set(steps.map(({step}) => (step.kind === 'command' ? step.undo : null)));
        for (const located of steps) {
          const {step, nameSpan, block} = located;
          if (step.kind !== 'command' || step.undo !== null || undos.has(step.name)) continue;
          const reasons = block?.shell === undefined ? [] : analyzeEffect(block.shell).reasons;
          const cause = reasons.find(({outcome}) => outcome === 'destroy');
          if (cause === undefined || hasWarning(located, document)) continue;
          report({
            at: nameSpan,
            message: 'unwarned',
            data: {step: step.name, program: cause.program},
          });
        }
      },
    };
  },
});

const WARNING =
  /:::(?:danger|warning|caution)|\[!(?:WARNING|CAUTION|IMPORTANT)\]|⚠|\b(?:warning|caution|danger|careful|beware|destr\w+|irreversibl\w+|permanent\w*|irrecoverabl\w+|data loss|lost|loses?|cannot be undone|no way back|deletes?|removes?)\b/i;

/** A warning that far above is read by nobody, in UTF-16 units. */
const LONGEST_SECTION = 10_000;

/** In the section so far, in the title of the block, or in a comment of its own. */
function hasWarning({span, block}: LocatedStep, {headings, source}: MarkdownDocument): boolean {
  const above = headings.findLast(
    heading => heading.depth <= 2 && heading.span.end.offset <= span.start.offset,
  );
  const from = Math.max(above?.span.start.offset ?? 0, span.start.offset - LONGEST_SECTION);
  const before = source.slice(from, span.start.offset);
  const comments = block?.shell?.comments.map(({text}) => text) ?? [];
  return [before, block?.meta ?? '', ...comments].some(text => WARNING.test(text));
}
