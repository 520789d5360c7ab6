import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addWorkingDays, isDate, isWorkingDay, todayIn } from '../../schema/law/clocks/calendar.ts';

describe('dates', () => {
  it('are those of Asia/Shanghai, whatever the zone of the machine', () => {
    expect(todayIn(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20');
    expect(todayIn(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
    const offset = new Date('2026-11-20T00:00:00Z').getTimezoneOffset();
    expect(Number.isInteger(offset)).toBe(true);
  });

  it('exist or are refused', () => {
    for (const date of ['2024-02-29', '2026-12-31']) expect(isDate(date)).toBe(true);
    for (const date of ['2025-02-29', '2026-13-01', '2026-1-5', '2026-11-31', '', '2026-11-20T00:00'])
      expect(isDate(date)).toBe(false);
  });

  it('A37.2 months end where the month ends', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-05-18', 12)).toBe('2027-05-18');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
});

describe('working days', () => {
  it('follow the arrangement of the State Council', () => {
    // 2026: Spring Festival 15 to 23 February; 14 and 28 February, both Saturdays, are worked.
    expect(isWorkingDay('2026-02-14')).toBe(true);
    expect(isWorkingDay('2026-02-16')).toBe(false);
    expect(isWorkingDay('2026-02-28')).toBe(true);
    expect(isWorkingDay('2026-02-22')).toBe(false);
    // An ordinary week of November.
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2027-03-01')).toBeUndefined();
  });

  it('the day of receipt does not count unless asked for', () => {
    // Friday 20 November 2026: Monday 23, Tuesday 24, Wednesday 25.
    expect(addWorkingDays('2026-11-20', 3)).toEqual({
      date: '2026-11-25',
      provisional: false,
      earliest: '2026-11-25',
      latest: '2026-11-25',
    });
    expect(addWorkingDays('2026-11-20', 3, { countDayOfReceipt: true }).date).toBe('2026-11-24');
  });

  it('step over Spring Festival and count the Saturday that is worked', () => {
    // Received on Thursday 12 February: Friday 13, Saturday 14 (worked), then Tuesday 24 February.
    expect(addWorkingDays('2026-02-12', 3)).toMatchObject({ date: '2026-02-24', provisional: false });
  });

  it('say that they are provisional in a year whose arrangement is not held', () => {
    const due = addWorkingDays('2026-12-30', 3);
    // Thursday 31 December counts; then 2027, whose 1 January is a Friday.
    expect(due).toMatchObject({ date: '2027-01-04', provisional: true });
    expect(due.latest > due.date).toBe(true);
    expect(addWorkingDays('2026-12-28', 3).provisional).toBe(false);
  });

  it('agree with a count day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 1, max: 25 }), (offset, count) => {
        const start = addDays('2019-01-01', offset);
        let date = start;
        for (let left = count; left > 0; ) {
          date = addDays(date, 1);
          if (isWorkingDay(date) === true) left -= 1;
        }
        expect(addWorkingDays(start, count).date).toBe(date);
      }),
    );
  });
});
