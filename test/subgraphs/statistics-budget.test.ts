/** What a year costs, and what keeps it from costing more. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { budgetOn, reasonOf, type Spent } from '../../subgraphs/statistics/budget.ts';

const spent = (...days: string[]): Spent[] => days.map((asOf) => ({ asOf, epsilon: 1_000 }));

describe('the budget of a year', () => {
  it('A17.1 A23.5 a quarter has one release, whichever day of it the release is made on', () => {
    expect(budgetOn('2026-11-20', [], 4_000)).toEqual({
      year: 2026,
      ofYear: 4_000,
      spent: 0,
      left: 4_000,
      state: 'DUE',
      nextRelease: '2026-11-20',
    });
    for (const day of ['2026-11-20', '2026-11-21', '2026-12-31'])
      expect(budgetOn(day, spent('2026-11-20'), 4_000)).toMatchObject({
        spent: 1_000,
        left: 3_000,
        state: 'NOT_DUE',
        nextRelease: '2027-01-01',
      });
    expect(budgetOn('2027-01-01', spent('2026-11-20'), 4_000)).toMatchObject({
      year: 2027,
      spent: 0,
      state: 'DUE',
      nextRelease: '2027-01-01',
    });
    expect(budgetOn('2027-04-01', spent('2027-03-31'), 4_000).state).toBe('DUE');
    expect(budgetOn('2027-03-31', spent('2027-01-01'), 4_000)).toMatchObject({
      state: 'NOT_DUE',
      nextRelease: '2027-04-01',
    });
  });

  it('A23.5 whatever day it is and whatever was set, a year never costs more than is set', () => {
    for (const ofYear of [0, 1_000, 2_000, 3_000, 4_000]) {
      const made: Spent[] = [];
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
        const today = new Date(day).toISOString().slice(0, 10);
        if (budgetOn(today, made, ofYear).state === 'DUE') made.push(...spent(today));
      }
      for (const year of ['2026', '2027', '2028'])
        expect(made.filter(({ asOf }) => asOf.startsWith(year)).length * 1_000).toBe(ofYear);
    }
  });

  it('A23.5 what is spent is told with the day on which there is a release again', () => {
    const budget = budgetOn('2026-08-01', spent('2026-01-05', '2026-04-01'), 2_000);
    expect(budget).toMatchObject({ state: 'SPENT', left: 0, nextRelease: '2027-01-01' });
    expect(reasonOf(budget).en).toBe(
      'No statistics are released: of the privacy budget of 2026, ε 2, 2 is spent, and a release needs 1. The next release may be made on 2027-01-01.',
    );
    expect(reasonOf(budgetOn('2026-08-01', [], 0)).en).toContain('STATISTICS_EPSILON allows no release in any year.');
    expect(reasonOf(budgetOn('2026-08-01', spent('2026-07-01'), 4_000)).en).toBe(
      'The statistics of this quarter are released already. The next release may be made on 2026-10-01.',
    );
    // Lowered within a year: what was spent stays spent, and nothing is left.
    expect(budgetOn('2026-08-01', spent('2026-01-05', '2026-04-01'), 1_000)).toMatchObject({ spent: 2_000, left: 0 });
  });

  it('A23.5 a setting lowers the year and raises it never', () => {
    const set = (epsilon?: string) =>
      readConfig({
        DATA_DIR: join(tmpdir(), 'credit-settings'),
        ...(epsilon === undefined ? {} : { STATISTICS_EPSILON: epsilon }),
      }).statisticsEpsilon;
    expect([set(), set(''), set('0'), set('2'), set('4')]).toEqual([4, 4, 0, 2, 4]);
    expect(() => set('5')).toThrow(/STATISTICS_EPSILON: is above 4: .* no setting raises it/);
    for (const wrong of ['-1', '1.5', 'much']) expect(() => set(wrong)).toThrow(/STATISTICS_EPSILON: /);
  });

  it('A23.5 a clock that was wrong gives no release back', () => {
    const ahead = spent('2027-02-01');
    expect(budgetOn('2026-11-20', ahead, 4_000)).toMatchObject({ state: 'NOT_DUE', nextRelease: '2027-04-01' });
    expect(budgetOn('2027-02-02', ahead, 4_000)).toMatchObject({ spent: 1_000, state: 'NOT_DUE' });
  });
});
