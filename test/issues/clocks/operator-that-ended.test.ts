/** The clock of the platform runs for an operator that stands, and not for one that has ended (Article 38). */
import { expect, it } from 'vitest';
import { AUTHORITY, COMPANY, MARKET_REGULATION, onDatabaseOfStep, openWorld } from '../../kit.ts';
import { BUREAU, REGISTER_UNIT } from '../../stories/registering.ts';
import { penalty, submit } from '../../stories/withheld.ts';

onDatabaseOfStep('an operator that ended', (kind) => {
  it('A38.2 what is to be amended falls to its successor', async () => {
    const world = await openWorld(kind);
    try {
      const successor = { ...BUREAU, code: 'NEW-OPERATOR', kinds: ['DEPARTMENT', 'OPERATOR'], uscc: null };
      expect((await world.ask(AUTHORITY, REGISTER_UNIT, { input: successor })).errors).toBeUndefined();
      // It answered for items; their editions name its successor by now.
      await world.server
        .requestAs({ role: 'AUTHORITY' })
        .write('control', (em) =>
          em.execute(
            "update control.unit set ended_on = '2026-11-20', end_reason = '机构改革' where code = 'HLJ-CREDIT'",
          ),
        );
      const told = '黑市监罚〔2026〕7401号';
      await submit(world, 'PENALTY-GENERAL', penalty(COMPANY, 1, { basisDocument: told }));
      const { errors } = await world.ask(
        MARKET_REGULATION,
        'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }',
        { input: { basisDocument: told } },
      );
      expect(errors).toBeUndefined();
      const { rows } = await world.server.requestAs({ role: 'AUTHORITY' }).write('control', async (em) => ({
        rows: await em.execute("select unit from control.clock where kind = 'basis.amend' and met_on is null"),
      }));
      expect(rows).toEqual([{ unit: 'NEW-OPERATOR' }]);
    } finally {
      await world.close();
    }
  });
});
