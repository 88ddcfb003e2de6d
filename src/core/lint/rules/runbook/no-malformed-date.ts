import {exists, readDay} from '../../runbook/calendar';
import {plainKey, textFields} from '../../runbook/front-matter-fields';
import {defineRule} from '../../rule';

/** Keys under which site generators and teams keep dates. */
const DATED =
  /^(?:date|lastmod|(?:created|updated|modified|published|reviewed|expires)(?:at|on|date)?|last(?:updated?|modified|reviewed)(?:at|on|date)?|(?:next)?review(?:by|before|due|on|date)|nextreview|publishdate|expirydate|validuntil)$/;

/** A bare `reviewed: yes` or `created: by hand` is no date, and is not meant as one. */
const BARE = /^(?:created|updated|modified|published|reviewed|expires)$/;

const NO_DATE = /^(?:never|none|no|n\/?a|-+|~|null|always)$/i;

export default defineRule({
  id: 'runbook/no-malformed-date',
  summary: 'Disallow a date in front matter that no calendar has',
  why: 'The generator drops the date or takes another one, and nobody is reminded of the review.',
  severity: 'warning',
  messages: {
    impossible:
      'Found the date `{{value}}`, which no calendar has, in `{{key}}`, expected a day such as `2026-01-31`.',
    unread: 'Found `{{value}}` in `{{key}}`, expected a date such as `2026-01-31`.',
  },
  examples: {
    good: [
      {
        title: 'dates as people write them, and none',
        source:
          '---\ndate: 2026-02-28T10:00:00Z\nupdated: January 31, 2026\nreview_by: never\nreviewed: yes\n---\n\n# Page\n',
      },
      {
        title: 'a template of Hugo',
        source: '---\ndate: "{{ .Date }}"\n---\n\n# Page\n',
      },
    ],
    bad: [
      {
        title: 'a day that does not exist, and a word',
        source: '---\nlast_reviewed_on: 2026-02-30\nreview_by: soon\n---\n\n# Page\n',
        reports: [
          '2:19-2:29 Found the date `2026-02-30`, which no calendar has, in `last_reviewed_on`, expected a day such as `2026-01-31`.',
          '3:12-3:16 Found `soon` in `review_by`, expected a date such as `2026-01-31`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {frontMatter}}) {
        for (const {key, value} of textFields(frontMatter)) {
          const name = plainKey(key);
          if (frontMatter === undefined || !DATED.test(name)) continue;
          const at = frontMatter.placeOf([key]);
          const day = readDay(value);
          if (day !== undefined && !exists(day)) {
            report({at, message: 'impossible', data: {key, value}});
          } else if (day === undefined && isWord(value) && !BARE.test(name)) {
            report({at, message: 'unread', data: {key, value}});
          }
        }
      },
    };
  },
});

/** Anything with a digit may be a date in some notation, and anything with a brace a template. */
function isWord(value: string): boolean {
  return value.trim() !== '' && !/[\d{}$%<>]/.test(value) && !NO_DATE.test(value.trim());
}
