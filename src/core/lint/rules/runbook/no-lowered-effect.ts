import {analyzeEffect, EFFECTS} from '../../../shell';
import {defineRule} from '../../rule';
import {tagEntry} from '../../runbook/tag-entry';

export default defineRule({
  id: 'runbook/no-lowered-effect',
  summary: 'Disallow a declared effect that is lower than the one of the script',
  why: 'A tag may only raise the effect. The page then says `read` and the runner asks all the same, or worse, somebody trusts the page.',
  severity: 'warning',
  messages: {
    lowered:
      'Found the effect `{{declared}}`, but `{{program}}` on line {{line}} makes it `{{effect}}`, expected `{{effect}}` or no `effect`.',
  },
  examples: {
    good: [
      {
        title: 'an effect that is raised',
        source: '```bash {"name":"migrate","effect":"destroy"}\n./migrate.sh\n```\n',
      },
    ],
    bad: [
      {
        title: 'a restart that is called harmless',
        source:
          '```bash {"name":"restart","effect":"read"}\nkubectl get pods\nkubectl rollout restart deployment/web\n```\n',
        reports: [
          '1:27-1:42 Found the effect `read`, but `kubectl` on line 3 makes it `change`, expected `change` or no `effect`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script({block, document, shell, place}) {
        if (block.step === undefined) return;
        const entry = tagEntry(block, document, 'effect');
        const declared = EFFECTS.find(effect => effect === entry?.value);
        if (entry === undefined || declared === undefined) return;
        const {effect, reasons} = analyzeEffect(shell);
        if (EFFECTS.indexOf(declared) >= EFFECTS.indexOf(effect)) return;
        const cause = reasons.find(({outcome}) => outcome === effect);
        if (cause === undefined) return;
        const line = String(place(cause.start, cause.end).start.line);
        report({
          at: entry.at,
          message: 'lowered',
          data: {declared, program: cause.program, line, effect},
        });
      },
    };
  },
});
