/** A day of the calendar; months count from 1. */
export type Day = {readonly year: number; readonly month: number; readonly day: number};

/** Reads the `2026-01-31` that an ISO date or time begins with; undefined for no such shape. */
export function readDay(text: string): Day | undefined {
  const [, year, month, day] = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return {year: Number(year), month: Number(month), day: Number(day)};
}

export function exists({year, month, day}: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Negative if `a` comes first. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The same day some months later, or the last of a month that is too short. */
export function addMonths({year, month, day}: Day, count: number): Day {
  const months = year * 12 + month - 1 + count;
  const later = {year: Math.floor(months / 12), month: (months % 12) + 1};
  return {...later, day: Math.min(day, daysIn(later.year, later.month))};
}

export function addDays(start: Day, count: number): Day {
  let {year, month, day} = start;
  day += count;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return {year, month, day};
}

export function formatDay({year, month, day}: Day): string {
  return [padded(year, 4), padded(month, 2), padded(day, 2)].join('-');
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
