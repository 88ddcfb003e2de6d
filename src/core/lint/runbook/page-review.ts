import type {FrontMatter} from '../../document';
import {addDays, addMonths, exists, readDay} from './calendar';
import type {Day} from './calendar';
import {plainKey, textFields} from './front-matter-fields';

/** What one key of front matter says about looking at the page again. */
export type PageReview = {
  readonly key: string;
  /** The last day on which the page can be trusted. */
  readonly due: Day | undefined;
  /** The day on which somebody last looked. */
  readonly reviewed: Day | undefined;
};

/** Keys that say until when; `review_date` may as well be the day of the last review. */
const DUE = /^(?:review(?:by|before|due|dueby|dueon)|nextreview(?:on|by|date|at)?|validuntil)$/;
const REVIEWED = /^lastreviewed(?:on|at|date)?$/;
const INTERVAL = /^(?:reviewin|reviewevery|reviewinterval)$/;

export function pageReviews(frontMatter: FrontMatter | undefined): readonly PageReview[] {
  const fields = textFields(frontMatter);
  const interval = fields.find(({key}) => INTERVAL.test(plainKey(key)))?.value;
  return fields.flatMap(({key, value}): readonly PageReview[] => {
    const day = readDay(value);
    if (day === undefined || !exists(day)) return [];
    if (DUE.test(plainKey(key))) return [{key, due: day, reviewed: undefined}];
    if (!REVIEWED.test(plainKey(key))) return [];
    const due = interval === undefined ? undefined : after(day, interval);
    return [{key, due, reviewed: day}];
  });
}

/** Who looks after the page, under the names that front matter has for it. */
export function pageOwner(frontMatter: FrontMatter | undefined): string | undefined {
  const owner = textFields(frontMatter).find(({key}) =>
    /^(?:owner|owners|owningteam|ownerteam|ownerslack|team)$/.test(plainKey(key)),
  );
  return owner?.value.trim() || undefined;
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
