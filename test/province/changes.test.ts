/** What a file changes in what is held: pure, so that each change is looked at by itself. */
import { describe, expect, it } from 'vitest';
import { EMPTY } from '../../subgraphs/province/held.ts';
import { BASE, item } from './file.ts';
import { agreement, changed, duty, HELD, loan, TODAY, unitOf } from './held.ts';

describe('A07.1 A17.1 A22.1 what a file changes', () => {
  it('is everything in an empty database, units first and duties last, and nothing of it takes a basis', () => {
    const { changes } = changed(EMPTY, BASE);
    expect(changes.map(({ section, what }) => `${section} ${what}`)).toEqual([
      ...['OP', 'AUTH', 'TAX', 'BANK', 'DESK'].map((code) => `units ${code}`),
      'items ARREARS-A 1',
      'items ARREARS-B 1',
      'purposes LOAN 2026-01-01',
      'purposes PERMIT 2026-01-01',
      'lists TAX-A',
      'standards TAX-A 1',
      'measures REWARD-FAST 1',
      'agreements BANK-2026-1',
      'duties DESK FOOD-PERMIT',
    ]);
    expect(changes.filter(({ takes }) => takes)).toEqual([]);
  });

  it('is nothing where all of it is held, in whatever order its lists stand', () => {
    expect(changed(HELD, BASE)).toEqual({ changes: [], faults: [] });
    const turned = { agreements: [{ ...agreement, items: ['ARREARS-B', 'ARREARS-A'] }] };
    expect(changed(HELD, turned)).toEqual({ changes: [], faults: [] });
  });

  it('leaves alone what the file does not name', () => {
    expect(changed(HELD, { units: [unitOf('BANK')] }).changes).toEqual([]);
  });

  it('A23.2 an agreement that loses an item takes it from its party, and from the authorizations for it alone', () => {
    const { changes } = changed(HELD, { agreements: [{ ...agreement, items: ['ARREARS-A'] }] });
    expect(changes).toMatchObject([
      {
        act: 'REPLACE',
        takes: true,
        signedBy: 'OPERATOR',
        touches: { units: ['BANK'], authorizations: 5, watches: 3 },
      },
    ]);
    expect(changes[0]?.notes.map(({ en }) => en)).toEqual(['items without ARREARS-B']);
  });

  it.each([
    ['a quota that falls', { dailyQuota: 50 }, true],
    ['a quota that rises', { dailyQuota: 500 }, false],
    ['an earlier end', { validUntil: '2026-12-31' }, true],
    ['a later end', { validUntil: '2028-12-31' }, false],
    ['another purpose instead', { purposes: ['PERMIT'] }, true],
  ])('an agreement is replaced, and takes a basis or not: %s', (_what, change, takes) => {
    expect(changed(HELD, { agreements: [{ ...agreement, ...change }] }).changes).toMatchObject([
      { act: 'REPLACE', takes },
    ]);
  });

  it('A07.1 who runs and who oversees is changed by the authority alone: the plan says so before it is refused', () => {
    for (const code of ['OP', 'AUTH', 'BANK'])
      expect([code, changed(HELD, { units: [{ ...unitOf(code), nameEn: 'Another' }] }).changes[0]?.signedBy]).toEqual([
        code,
        code === 'BANK' ? 'OPERATOR' : 'AUTHORITY',
      ]);
    expect(changed(HELD, { units: [{ ...unitOf('OP'), kinds: ['PROVIDER'] }] }).changes).toMatchObject([
      { signedBy: 'AUTHORITY' },
    ]);
  });

  it('A22.1 a duty with fewer items takes a basis, one with more does not', () => {
    expect(changed(HELD, { duties: [{ ...duty, items: ['ARREARS-A'] }] }).changes).toMatchObject([
      { act: 'REPLACE', takes: true, touches: { units: ['DESK'], duties: 1 } },
    ]);
    expect(changed(HELD, { duties: [{ ...duty, identified: true }] }).changes).toMatchObject([{ takes: false }]);
  });

  it('a state that stands in no file stays, and one that does is taken', () => {
    const suspended = { ...HELD, agreements: HELD.agreements.map((one) => ({ ...one, state: 'SUSPENDED' as const })) };
    expect(changed(suspended, BASE).changes).toEqual([]);
    expect(changed(suspended, { agreements: [{ ...agreement, state: 'IN_FORCE' }] }).changes).toMatchObject([
      { act: 'STATE', takes: false },
    ]);
    expect(changed(HELD, { agreements: [{ ...agreement, state: 'SUSPENDED' }] }).changes).toMatchObject([
      { act: 'STATE', takes: true, touches: { authorizations: 12 } },
    ]);
  });

  it('A18.2 an edition that is opened less takes from all who have the item; one that is opened more from nobody', () => {
    const next = { effectiveFrom: '2026-12-01' };
    const narrower = changed(HELD, { items: [item('ARREARS-A', '2', 'SELF_ONLY', next)] });
    expect(narrower.changes).toMatchObject([
      {
        act: 'EDITION',
        takes: true,
        signedBy: 'AUTHORITY',
        touches: { units: ['BANK', 'DESK', 'TAX'], agreements: 1, duties: 1, authorizations: 7, watches: 3 },
      },
    ]);
    expect(changed(HELD, { items: [item('ARREARS-A', '2', 'UNCONDITIONAL', next)] }).changes).toMatchObject([
      { act: 'EDITION', takes: false },
    ]);
  });

  it.each([
    ['sharing', { sharing: 'NOT_SHARED' }],
    ['kinds of subject', { subjectKinds: ['LEGAL_PERSON'] }],
    ['an element', { elements: [{ name: 'period', title: '所属期' }] }],
    ['the answerable unit', { providingUnit: 'DESK' }],
  ])('A18.2 an edition that says less takes: %s', (_what, change) => {
    const next = item('ARREARS-A', '2', 'AGREEMENT', { effectiveFrom: '2026-12-01', ...change });
    expect(changed(HELD, { items: [next] }).changes).toMatchObject([{ act: 'EDITION', takes: true }]);
  });

  it('A36.1 a purpose that needs less, or a shorter authorization, takes', () => {
    const later = { ...loan, effectiveFrom: '2026-12-01' };
    expect(changed(HELD, { purposes: [{ ...later, needs: ['ARREARS-A'] }] }).changes).toMatchObject([
      { act: 'EDITION', takes: true, touches: { agreements: 1, authorizations: 12 } },
    ]);
    expect(changed(HELD, { purposes: [{ ...later, authorizationMaximumMonths: 1 }] }).changes[0]?.takes).toBe(true);
    expect(changed(HELD, { purposes: [{ ...later, authorizationMaximumMonths: 6 }] }).changes[0]?.takes).toBe(false);
  });

  it('a unit that ends says with what, comes last, and is signed by the authority', () => {
    const ended = { on: TODAY, reason: '撤销' };
    const { changes } = changed(HELD, {
      units: [{ ...unitOf('BANK'), ended }],
      agreements: [{ ...agreement, ended }],
    });
    expect(changes).toMatchObject([
      { section: 'agreements', act: 'END', takes: true, signedBy: 'OPERATOR' },
      {
        section: 'units',
        act: 'END',
        takes: true,
        signedBy: 'AUTHORITY',
        touches: { units: ['BANK'], agreements: 1, duties: 0, authorizations: 12, watches: 3 },
      },
    ]);
  });

  it('who runs or oversees the platform is signed by the authority, other units are the operator’s', () => {
    const second = { ...unitOf('OP'), code: 'OP-2' };
    const bank = { ...unitOf('BANK'), code: 'BANK-2' };
    expect(changed(HELD, { units: [second, bank] }).changes.map(({ signedBy }) => signedBy)).toEqual([
      'AUTHORITY',
      'OPERATOR',
    ]);
  });
});
