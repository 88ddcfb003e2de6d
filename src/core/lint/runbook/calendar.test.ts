import {describe, expect, it} from 'vitest';
import {addDays, addMonths, compareDays, exists, formatDay, readDay} from './calendar';

const day = (text: string) => readDay(text) ?? {year: 0, month: 0, day: 0};

describe('readDay', () => {
  it('reads the day that a date or a time begins with', () => {
    expect(readDay('2026-01-31')).toEqual({year: 2026, month: 1, day: 31});
    expect(readDay('2026-1-3T10:00:00Z')).toEqual({year: 2026, month: 1, day: 3});
    expect(readDay('2026/02/30 at noon')).toEqual({year: 2026, month: 2, day: 30});
  });

  it('reads nothing else', () => {
    for (const text of ['', '31.01.2026', 'January 31, 2026', '2026', '2026-01', '2026-01-311']) {
      expect(readDay(text)).toBeUndefined();
    }
  });
});

describe('the calendar', () => {
  it('knows leap years', () => {
    const days = [
      '2024-02-29',
      '2026-02-29',
      '2000-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-04-31',
    ];
    expect(days.map(text => exists(day(text)))).toEqual([true, false, true, false, false, false]);
  });

  it('ends a month that is too short on its last day', () => {
    expect(formatDay(addMonths(day('2025-08-31'), 6))).toBe('2026-02-28');
    expect(formatDay(addMonths(day('2025-12-15'), 1))).toBe('2026-01-15');
    expect(formatDay(addMonths(day('2024-02-29'), 12))).toBe('2025-02-28');
  });

  it('counts days over months and years', () => {
    expect(formatDay(addDays(day('2025-12-25'), 14))).toBe('2026-01-08');
    expect(formatDay(addDays(day('2024-02-28'), 1))).toBe('2024-02-29');
  });

  it('puts days in order', () => {
    expect(compareDays(day('2026-01-31'), day('2026-02-01'))).toBeLessThan(0);
    expect(compareDays(day('2026-02-01'), day('2026-2-1'))).toBe(0);
  });
});
