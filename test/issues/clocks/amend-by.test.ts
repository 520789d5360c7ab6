import { expect, it } from 'vitest';
import { MARKET_REGULATION, OPERATOR, onDatabaseOfStep, openWorld } from '../../kit.ts';
import { penaltyRows } from '../../stories/sample-files.ts';

const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }';
const DEADLINES = '{ deadlines(first: 200) { nodes { kind dueOn } } }';

onDatabaseOfStep('a document whose fall is told again', (kind) => {
  it('A38.2 is still to be amended by the day that the first telling set', async () => {
    const world = await openWorld(kind);
    try {
      const basisDocument = penaltyRows()[0]?.CF_WSH;
      const amendBy = async (holder: typeof MARKET_REGULATION | typeof OPERATOR) => {
        const { data, errors } = await world.ask(holder, REVOKE, { input: { basisDocument } });
        expect(errors).toBeUndefined();
        return data.revokeBasis.amendBy;
      };
      // A Friday: one working day later is Monday.
      expect(await amendBy(MARKET_REGULATION)).toBe('2026-11-23');
      world.setNow('2026-11-25T10:00:00+08:00');
      expect([await amendBy(MARKET_REGULATION), await amendBy(OPERATOR)]).toEqual(['2026-11-23', '2026-11-23']);
      const { data } = await world.ask(OPERATOR, DEADLINES);
      expect(
        data.deadlines.nodes
          .filter((node: { kind: string }) => node.kind === 'basis.amend')
          .map(({ dueOn }: { dueOn: string }) => dueOn),
      ).toEqual(['2026-11-23']);
    } finally {
      await world.close();
    }
  });
});
