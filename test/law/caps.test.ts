import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, type Cap, capFor } from '../../schema/law/asking/purpose-caps.ts';

const cap = (part: Partial<Cap>): Cap => ({
  purpose: 'LOAN',
  item: null,
  party: null,
  maximumMonths: 12,
  maximumUses: null,
  effectiveFrom: '2022-07-01',
  publicationReference: 'x',
  article: '36',
  ...part,
});
const ASKED = { purpose: 'LOAN', item: 'TAX', party: 'BANK' };
const DAY = '2026-11-20';

describe('caps on an authorization', () => {
  it('A36.1 A07.1 the most specific published rule holds, then the newest in force', () => {
    const general = cap({});
    const party = cap({ party: 'BANK', maximumMonths: 24 });
    const item = cap({ item: 'TAX', maximumMonths: 6 });
    const both = cap({ item: 'TAX', party: 'BANK', maximumMonths: 3 });
    expect(capFor([general], ASKED, DAY)).toBe(general);
    expect(capFor([general, party], ASKED, DAY)).toBe(party);
    expect(capFor([general, party, item], ASKED, DAY)).toBe(item);
    expect(capFor([general, party, item, both], ASKED, DAY)).toBe(both);
    const newer = cap({ effectiveFrom: '2026-01-01', maximumMonths: 18 });
    const future = cap({ effectiveFrom: '2026-11-21', maximumMonths: 99 });
    expect(capFor([newer, general, future], ASKED, DAY)).toBe(newer);
    expect(capFor([future], ASKED, DAY)).toBeUndefined();
    expect(capFor([cap({ purpose: 'OTHER' }), cap({ item: 'X' }), cap({ party: 'Y' })], ASKED, DAY)).toBeUndefined();
  });

  it('A36.1 the order in which rules were published never changes which holds', () => {
    const rule = fc.record({
      purpose: fc.constantFrom('LOAN', 'OTHER'),
      item: fc.constantFrom(null, 'TAX', 'FUND'),
      party: fc.constantFrom(null, 'BANK', 'AGENCY'),
      maximumMonths: fc.integer({ min: 1, max: 3 }),
      maximumUses: fc.constantFrom(null, 1, 2),
      effectiveFrom: fc.constantFrom('2022-07-01', '2026-11-20', '2026-11-21'),
      publicationReference: fc.constant('x'),
      article: fc.constant('36'),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), fc.nat(), (rules, turn) => {
        const at = rules.length === 0 ? 0 : turn % rules.length;
        const turned = [...rules.slice(at), ...rules.slice(0, at)].reverse();
        expect(capFor(turned, ASKED, DAY)).toEqual(capFor(rules, ASKED, DAY));
      }),
    );
  });
});

describe('bundling', () => {
  const LOAN = { code: 'LOAN', service: 'LENDING', needs: ['TAX', 'FUND'] };
  const MONITOR = { code: 'MONITOR', service: 'LENDING', needs: ['TAX', 'COURT'] };
  const RENT = { code: 'RENT', service: 'RENTING', needs: ['FUND'] };
  const ORDER = { code: 'ORDER', service: 'ORDERED', needs: null };

  it('A36.1 purposes of one service and the items that they need stand together', () => {
    expect(bundled([LOAN, MONITOR], ['TAX', 'FUND', 'COURT'])).toEqual({ purposes: [], items: [] });
    expect(bundled([ORDER], ['ANYTHING'])).toEqual({ purposes: [], items: [] });
  });

  it('A36.1 an unrelated service or an item that no purpose needs does not', () => {
    expect(bundled([LOAN, RENT], ['FUND'])).toEqual({ purposes: ['RENT'], items: [] });
    expect(bundled([LOAN], ['TAX', 'COURT'])).toEqual({ purposes: [], items: ['COURT'] });
  });
});
