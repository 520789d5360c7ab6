import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { BANK_A, databases, MEI, OPERATOR, openWorld, subject } from '../../kit.ts';

describe.runIf(databases().includes('postgresql'))('a tree that cannot grow', () => {
  it('A17.2 A24.2 keeps nobody from its record, and grows when it can', async () => {
    const world = await openWorld('postgresql');
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    try {
      const sequencer = world.server.platform.database.roleName('sequencer');
      await owner.query(`revoke insert on ledger.node from "${sequencer}"`);
      const query = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
      expect((await world.ask(BANK_A, query, { id: MEI }, { purpose: 'LOAN_ORIGINATION' })).errors).toBeUndefined();
      await expect(world.publish()).rejects.toThrow('permission denied');
      const own = await world.ask(
        subject(MEI),
        '{ me { disclosures { nodes { recipient { code } proof { leafIndex } } } } }',
      );
      expect(own.data.me.disclosures.nodes).toEqual([{ recipient: { code: 'BANK-A' }, proof: null }]);
      await owner.query(`grant insert on ledger.node to "${sequencer}"`);
      await world.publish();
      const { data } = await world.ask(OPERATOR, '{ verifyLedger { intact entries pending } }');
      expect(data.verifyLedger).toEqual({ intact: true, entries: 2, pending: 0 });
    } finally {
      await owner.end();
      await world.close();
    }
  });
});
