/** By when the platform amends told a provider whether, and when, another unit had told of the same document (Article 23). */
import { expect, it } from 'vitest';
import { COMPANY, type Holder, LISTED, MARKET_REGULATION, OPERATOR, onDatabaseOfStep, openWorld } from '../../kit.ts';
import { penalty, submit } from '../../stories/withheld.ts';

const REVOKE =
  'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } amendBy provisional } }';
const FUND = { role: 'provider', unit: 'HLJ-FUND' } as const;

onDatabaseOfStep('a document that another unit told of', (kind) => {
  it('A23.5 A38.2 is to be amended by a day that says nothing of whoever told of it before', async () => {
    const world = await openWorld(kind);
    try {
      const tell = async (holder: Holder, basisDocument: string) => {
        const { data, errors } = await world.ask(holder, REVOKE, { input: { basisDocument } });
        expect(errors).toBeUndefined();
        return data.revokeBasis;
      };
      const owes = (basisDocument: string) => ({
        subject: LISTED,
        subjectName: '大庆示例松江建筑工程有限公司',
        occurredOn: '2026-11-19',
        basisDocument,
        content: { kind: '住房公积金' },
      });
      const told = '黑市监罚〔2026〕7401号';
      await submit(world, 'PENALTY-GENERAL', penalty(COMPANY, 1, { basisDocument: told }));
      // A Friday: one working day later is Monday.
      expect((await tell(MARKET_REGULATION, told)).amendBy).toBe('2026-11-23');
      world.setNow('2026-11-25T10:00:00+08:00');
      const untold = '黑市监罚〔2026〕7499号';
      for (const basisDocument of [told, untold]) await submit(world, 'ARREARS-FUND', owes(basisDocument), FUND);
      const answer = { records: [{ displayed: false }], amendBy: '2026-11-26', provisional: false };
      expect([await tell(FUND, told), await tell(FUND, untold)]).toEqual([answer, answer]);
      // Told again, it is the day that its own first telling set.
      world.setNow('2026-11-27T10:00:00+08:00');
      for (const basisDocument of [told, untold])
        expect(await tell(FUND, basisDocument)).toEqual({ ...answer, records: [] });
      // The platform's own clock runs from the first telling, whosever it was.
      expect([await tell(OPERATOR, told), await tell(OPERATOR, untold)].map(({ amendBy }) => amendBy)).toEqual([
        '2026-11-23',
        '2026-11-26',
      ]);
    } finally {
      await world.close();
    }
  });
});
