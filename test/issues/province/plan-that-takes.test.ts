/** What takes a basis from somebody is said to take it, however the file writes it: without that mark it is applied without a yes. */
import { describe, expect, it } from 'vitest';
import { item } from '../../province/file.ts';
import { agreement, changed, faults, HELD } from '../../province/held.ts';

describe('A23.2 a change that takes a basis', () => {
  it('an agreement that gains an item and is suspended by the same entry', () => {
    const held = { ...HELD, agreements: HELD.agreements.map((one) => ({ ...one, items: ['ARREARS-A'] })) };
    const wider = { agreements: [{ ...agreement, state: 'SUSPENDED' }] };
    const [change] = changed(held, wider).changes;
    expect(change).toMatchObject({ act: 'REPLACE', takes: true, touches: { authorizations: 12 } });
    expect(change?.notes.map(({ en }) => en)).toEqual(['items with ARREARS-B added', 'state: IN_FORCE → SUSPENDED']);
  });

  it('A07.1 an edition that itself has a last day, where the one before had none', () => {
    const next = item('ARREARS-A', '2', 'AGREEMENT', { effectiveFrom: '2026-11-20', effectiveUntil: '2026-11-20' });
    const [change] = changed(HELD, { items: [next] }).changes;
    expect(change).toMatchObject({ act: 'EDITION', takes: true });
    expect(change?.notes.map(({ en }) => en)).toEqual(['last day 2026-11-20']);
  });

  it.each([
    ['IN_FORCE', 'DRAFT'],
    ['SUSPENDED', 'DRAFT'],
    ['DRAFT', 'SUSPENDED'],
  ] as const)(
    'an agreement that is %s does not become %s: nothing is ended or put into force under that name',
    (from, to) => {
      const held = { ...HELD, agreements: HELD.agreements.map((one) => ({ ...one, state: from })) };
      for (const more of [{}, { dailyQuota: 500 }]) {
        const file = { agreements: [{ ...agreement, ...more, state: to }] };
        expect(faults(held, file)).toEqual([
          expect.stringMatching(`^3: The agreement BANK-2026-1 is ${from} and cannot become ${to}:`),
        ]);
        expect(changed(held, file).changes).toEqual([]);
      }
    },
  );
});
