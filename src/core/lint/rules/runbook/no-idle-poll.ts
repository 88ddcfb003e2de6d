import {defineRule} from '../../rule';
import {tagEntry} from '../../runbook/tag-entry';

export default defineRule({
  id: 'runbook/no-idle-poll',
  summary: 'Disallow `within` and `every` on a query that has nothing to wait for',
  why: 'Without `expect` every answer is right, so the query is asked once and the step passes while the alert still fires.',
  severity: 'warning',
  messages: {
    expect:
      'Found `{{key}}` without `expect`, expected what to wait for, such as `"expect":"< 0.05"`.',
    within: 'Found `every` without `within`, expected how long to go on, such as `"within":"5m"`.',
  },
  examples: {
    good: [
      {
        title: 'all three',
        source:
          '```promql {"name":"errors","expect":"< 0.05","within":"5m","every":"15s"}\nsum(rate(errors_total[5m]))\n```\n',
      },
    ],
    bad: [
      {
        title: 'a wait for nothing, and one without an end',
        source:
          '```promql {"name":"errors","within":"5m"}\nsum(rate(errors_total[5m]))\n```\n\n```promql {"name":"up","expect":"> 0","every":"15s"}\nmin(up)\n```\n',
        reports: [
          '1:28-1:41 Found `within` without `expect`, expected what to wait for, such as `"expect":"< 0.05"`.',
          '5:39-5:52 Found `every` without `within`, expected how long to go on, such as `"within":"5m"`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        for (const {step, block, nameSpan} of document.steps) {
          if (step.kind !== 'query' || block === undefined) continue;
          const key = step.within === null ? 'every' : 'within';
          const entry = tagEntry(block, document, key);
          if (entry === undefined) continue;
          const {at = nameSpan} = entry;
          // What was written and does not fit is reported as such.
          const expect = tagEntry(block, document, 'expect');
          const within = tagEntry(block, document, 'within');
          if (expect === undefined) report({at, message: 'expect', data: {key}});
          else if (within === undefined) report({at, message: 'within', data: {}});
        }
      },
    };
  },
});
