/** Measures (Articles 26, 30, 31): both sides of each reason, and that the answer never goes beyond the list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUNDS, organKindOf, unmetForWaiver } from '../../schema/law/measures/designations.ts';
import {
  type Listed,
  MEASURE_SCOPES,
  type Measure,
  mayApply,
  measureFault,
  measuresOn,
} from '../../schema/law/measures/measures.ts';

const TODAY = '2026-11-20';

const PUNISHMENT: Measure = {
  code: 'PUNISH-PROCUREMENT',
  edition: '2026-1',
  name: '限制参加政府采购',
  kind: 'PUNISHMENT',
  scope: 'PROCUREMENT_RESTRICTED',
  source: 'PROVINCIAL',
  article: '31 §2(2)',
  grounds: ['DISRUPTING_MARKET_OR_SOCIAL_ORDER'],
  lists: ['WAGE'],
  activities: ['PUBLIC_PROCUREMENT'],
  maximumMonths: 12,
  maximumExtent: null,
  publishedOn: '2026-01-01',
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
};

const LISTED: Listed = {
  id: 'd1',
  list: 'WAGE',
  ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
  from: '2026-03-05',
  until: '2029-03-05',
  objected: false,
};

describe('whether a measure may be applied', () => {
  it('A30.1 it may, from the designation, with the edition and the article; a supplemental punishment no longer than it is published for', () => {
    expect(mayApply(PUNISHMENT, [LISTED], TODAY)).toEqual({
      allowed: true,
      reason: null,
      listEdition: '2026-1',
      article: '31 §2(2)',
      from: '2026-03-05',
      until: '2027-03-05',
      designationId: 'd1',
      objected: false,
    });
    expect(mayApply(PUNISHMENT, [{ ...LISTED, objected: true }], TODAY)).toMatchObject({
      allowed: true,
      objected: true,
    });
  });

  it('A31.1 where the measure has no period of its own it ends with the designation, and where that ends first, then', () => {
    expect(mayApply({ ...PUNISHMENT, maximumMonths: null }, [LISTED], TODAY).until).toBe('2029-03-05');
    expect(mayApply(PUNISHMENT, [{ ...LISTED, until: '2026-12-31' }], TODAY).until).toBe('2026-12-31');
  });

  it.each([
    ['NOT_PUBLISHED', undefined, [LISTED], {}],
    ['NOT_PUBLISHED', { ...PUNISHMENT, publishedOn: '2026-11-21' }, [LISTED], {}],
    ['NOT_PUBLISHED', { ...PUNISHMENT, effectiveUntil: '2026-11-19' }, [LISTED], {}],
    ['NOT_LISTED', PUNISHMENT, [], {}],
    ['GROUND_NOT_COVERED', PUNISHMENT, [{ ...LISTED, ground: 'RESEARCH_MISCONDUCT' }], {}],
    ['UNRELATED_TO_CONDUCT', PUNISHMENT, [{ ...LISTED, list: 'TAX' }], {}],
    ['PERIOD_OVER', PUNISHMENT, [{ ...LISTED, from: '2025-11-19' }], {}],
    ['HEAVIER_THAN_LISTED', PUNISHMENT, [LISTED], { months: 4 }],
    ['HEAVIER_THAN_LISTED', PUNISHMENT, [LISTED], { extent: 1 }],
    ['HEAVIER_THAN_LISTED', { ...PUNISHMENT, maximumExtent: 5 }, [LISTED], { extent: 6 }],
  ] as const)('A30.1 it may not: %s', (reason, measure, listed, intended) => {
    const answer = mayApply(measure, listed, TODAY, intended);
    expect([answer.allowed, answer.reason, answer.from, answer.until]).toEqual([false, reason, null, null]);
  });

  it('A30.1 up to what is listed it may: three months fit before 2027-03-05, five points fit into five', () => {
    expect(mayApply(PUNISHMENT, [LISTED], TODAY, { months: 3 }).allowed).toBe(true);
    expect(mayApply({ ...PUNISHMENT, maximumExtent: 5 }, [LISTED], TODAY, { extent: 5 }).allowed).toBe(true);
  });

  it('A31.1 A30.1 is never allowed on a day outside its edition, its period or the designation', () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((n) => {
      const date = new Date(Date.UTC(2023, 0, 1 + n));
      return date.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(
        fc.record({
          publishedOn: day,
          effectiveFrom: day,
          effectiveUntil: fc.option(day),
          maximumMonths: fc.option(fc.integer({ min: 1, max: 60 })),
          grounds: fc.subarray([...GROUNDS], { minLength: 1 }),
        }),
        fc.array(fc.record({ ground: fc.constantFrom(...GROUNDS), from: day, until: day }), { maxLength: 4 }),
        day,
        (terms, listed, today) => {
          const measure: Measure = { ...PUNISHMENT, ...terms, lists: null };
          const rows = listed.map((one, index) => ({
            ...one,
            id: String(index),
            list: 'WAGE',
            objected: index % 2 === 1,
          }));
          const answer = mayApply(measure, rows, today);
          if (!answer.allowed) return;
          const rests = rows.find(({ id }) => id === answer.designationId);
          expect(answer.objected).toBe(rests?.objected);
          expect(measure.publishedOn <= today && measure.effectiveFrom <= today).toBe(true);
          expect(measure.effectiveUntil === null || measure.effectiveUntil >= today).toBe(true);
          expect(measure.grounds?.includes(rests?.ground as never)).toBe(true);
          expect((answer.until ?? '') >= today && (answer.until ?? '') <= (rests?.until ?? '')).toBe(true);
          if (measure.maximumMonths !== null) {
            // Counted anew, as months of a calendar: never later than the same day so many months on.
            const end = new Date(`${rests?.from}T00:00:00Z`);
            end.setUTCMonth(end.getUTCMonth() + measure.maximumMonths);
            expect((answer.until ?? '') <= end.toISOString().slice(0, 10)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('what may be published', () => {
  it('A26.1 A31.1 six kinds of rewards, three of restraints, five of supplemental punishments, and the national list', () => {
    const kinds = Map.groupBy(Object.values(MEASURE_SCOPES), ({ kind }) => kind);
    expect([kinds.get('REWARD')?.length, kinds.get('RESTRAINT')?.length, kinds.get('PUNISHMENT')?.length]).toEqual([
      6, 3, 6,
    ]);
  });

  it.each([
    [undefined, PUNISHMENT],
    [undefined, { ...PUNISHMENT, scope: 'NATIONAL_BASIC', source: 'NATIONAL', maximumMonths: null }],
    ['KIND', { ...PUNISHMENT, scope: 'PUBLICITY' }],
    ['SOURCE', { ...PUNISHMENT, source: 'NATIONAL' }],
    ['PERIOD', { ...PUNISHMENT, maximumMonths: null }],
    ['GROUNDS', { ...PUNISHMENT, grounds: null }],
    ['GROUNDS', { ...PUNISHMENT, kind: 'REWARD', scope: 'PUBLICITY' }],
  ] as const)('A31.1 fault %s', (fault, measure) => {
    expect(measureFault(measure)?.fault).toBe(fault);
  });

  it('A07.1 the newest edition in force counts, and one of tomorrow does not yet', () => {
    const next = { ...PUNISHMENT, edition: '2026-2', effectiveFrom: '2026-11-21' };
    expect(measuresOn([PUNISHMENT, next], TODAY).map(({ edition }) => edition)).toEqual(['2026-1']);
    expect(measuresOn([next, PUNISHMENT], '2026-11-21').map(({ edition }) => edition)).toEqual(['2026-2']);
  });
});

describe('what is spared, and who is an organ', () => {
  it('A30.2 all three conditions or none', () => {
    expect(unmetForWaiver({ minor: true, corrected: true, harmless: true })).toEqual([]);
    expect(unmetForWaiver({ minor: false, corrected: true, harmless: false })).toEqual(['MINOR', 'HARMLESS']);
  });

  it('A32.1 by the registering department of the credit code (GB 32100: 1 is institutional organization)', () => {
    expect(['11239999000100001N', '12239999000700007M', '91239999MA1ABC019L'].map(organKindOf)).toEqual([
      'STATE_ORGAN',
      'PUBLIC_INSTITUTION',
      undefined,
    ]);
  });
});
