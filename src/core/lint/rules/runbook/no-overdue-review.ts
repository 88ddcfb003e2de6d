import {compareDays, formatDay, readDay} from '../../runbook/calendar';
import {pageReviews} from '../../runbook/page-review';
import {defineRule} from '../../rule';

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
        for (const {key, due} of pageReviews(frontMatter)) {
          if (due === undefined || compareDays(due, today) >= 0) continue;
          report({at: frontMatter.placeOf([key]), message: 'overdue', data: {due: formatDay(due)}});
        }
      },
    };
  },
});
