import {addDays, addMonths, compareDays, exists, formatDay, readDay} from '../../runbook/calendar';
import type {Day} from '../../runbook/calendar';
import {plainKey, textFields} from '../../runbook/front-matter-fields';
import {defineRule} from '../../rule';

/** Keys that say until when; `review_date` may as well be the day of the last review. */
const DUE = /^(?:review(?:by|before|due|dueby|dueon)|nextreview(?:on|by|date|at)?|validuntil)$/;
const REVIEWED = /^lastreviewed(?:on|at|date)?$/;
const INTERVAL = /^(?:reviewin|reviewevery|reviewinterval)$/;

export default defineRule({
  id: 'runbook/no-overdue-review',
  summary: 'Disallow a page whose review is overdue',
  why: 'Somebody said until when the page can be trusted, and that day has passed.',
  severity: 'warning',
  messages: {
    overdue:
      'Found a review that was due on {{due}}, expected a look at the page and a later date.',
  },
  examples: {
    good: [
      {
        title: 'a review in the future, on 2026-06-01',
        source: '---\nreview_by: 2026-06-30\n---\n\n# Page\n',
        today: '2026-06-01',
      },
      {title: 'a day that nobody tells', source: '---\nreview_by: 2026-05-31\n---\n\n# Page\n'},
    ],
    bad: [
      {
        title: 'a day that has passed, on 2026-06-01',
        source: '---\nreview_by: 2026-05-31\n---\n\n# Page\n',
        today: '2026-06-01',
        reports: [
          '2:12-2:22 Found a review that was due on 2026-05-31, expected a look at the page and a later date.',
        ],
      },
      {
        title: 'six months that are over, on 2026-06-01',
        source: '---\nlast_reviewed_on: 2025-08-31\nreview_in: 6 months\n---\n\n# Page\n',
        today: '2026-06-01',
        reports: [
          '2:19-2:29 Found a review that was due on 2026-02-28, expected a look at the page and a later date.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    const today = readDay(workspace.today ?? '');
    return {
      file({document: {frontMatter}}) {
        if (today === undefined || frontMatter === undefined) return;
        const fields = textFields(frontMatter);
        const interval = fields.find(({key}) => INTERVAL.test(plainKey(key)))?.value;
        for (const {key, value} of fields) {
          const due = dueDay(plainKey(key), value, interval);
          if (due === undefined || compareDays(due, today) >= 0) continue;
          report({at: frontMatter.placeOf([key]), message: 'overdue', data: {due: formatDay(due)}});
        }
      },
    };
  },
});

function dueDay(key: string, value: string, interval: string | undefined): Day | undefined {
  const day = readDay(value);
  if (day === undefined || !exists(day)) return undefined;
  if (DUE.test(key)) return day;
  return REVIEWED.test(key) && interval !== undefined ? after(day, interval) : undefined;
}

/** `6 months`, `2 weeks`, as the template of GOV.UK's documentation has it. */
function after(day: Day, interval: string): Day | undefined {
  const [, count, unit] = /^(\d{1,3})\s*(day|week|month|year)s?$/i.exec(interval.trim()) ?? [];
  switch (unit?.toLowerCase()) {
    case 'day':
      return addDays(day, Number(count));
    case 'week':
      return addDays(day, Number(count) * 7);
    case 'month':
      return addMonths(day, Number(count));
    case 'year':
      return addMonths(day, Number(count) * 12);
    default:
      return undefined;
  }
}
