import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, databases, MEI, OPERATOR, openWorld, type World } from '../../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const VERIFY = '{ verifyLedger { intact pending erased fault firstBroken } }';

// Tampering needs the owner of the tables, whom the embedded database gives to nobody once it is open.
describe.runIf(databases().includes('postgresql'))('rows that a reading of the ledger passed by', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    for (let asked = 0; asked < 4; asked += 1)
      await world.ask(BANK_A, NAME, { id: MEI }, { purpose: 'LOAN_ORIGINATION' });
    await world.publish();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });
  const verified = async () => (await world.ask(OPERATOR, VERIFY)).data.verifyLedger;

  it('A17.2 a forged entry with a leaf before the first is found', async () => {
    expect(await verified()).toEqual({ intact: true, pending: 0, erased: 0, fault: null, firstBroken: null });
    const { rows } =
      await owner.query(`insert into ledger.disclosure select gen_random_uuid(), subject_id, at, request_id, role,
        'BANK-B', purpose, case_reference, channel, seen, items, records, bases, salt, commitment, erased_at, erasure_reason
      from ledger.disclosure limit 1 returning id`);
    await owner.query('insert into ledger.leaf (leaf_index, entry_id) values (-1, $1)', [rows[0].id]);
    expect(await verified()).toMatchObject({ intact: false, fault: 'ADDED' });
    await owner.query('delete from ledger.leaf where leaf_index < 0');
    await owner.query('delete from ledger.disclosure where id = $1', [rows[0].id]);
    expect(await verified()).toMatchObject({ intact: true });
  });

  it('A17.2 an entry that was edited and called erased is found', async () => {
    const entry = '(select entry_id from ledger.leaf order by leaf_index offset 1 limit 1)';
    const { rows: places } = await owner.query('select leaf_index::int as place from ledger.leaf order by 1');
    await owner.query(`create table public.kept as select * from ledger.disclosure where id = ${entry}`);
    for (const change of [
      `unit = 'BANK-B'`,
      `unit = null, purpose = null, case_reference = null, items = '{}', records = '[]', bases = '[]', salt = null`,
      `subject_id = null, unit = null, purpose = 'AWARD', case_reference = null, items = '{}', records = '[]', bases = '[]', salt = null`,
    ]) {
      await owner.query(
        `update ledger.disclosure set ${change}, erased_at = now(), erasure_reason = 'x' where id = ${entry}`,
      );
      expect([change, await verified()]).toMatchObject([
        change,
        { intact: false, fault: 'EDITED', firstBroken: places[1].place },
      ]);
      await owner.query(`delete from ledger.disclosure where id = ${entry}`);
      await owner.query('insert into ledger.disclosure select * from public.kept');
    }
    expect(await verified()).toMatchObject({ intact: true, erased: 0 });
  });

  it('A17.2 an entry that was removed while it waited for its leaf is found', async () => {
    await owner.query('insert into ledger.pending (entry_id) values (gen_random_uuid())');
    expect(await verified()).toMatchObject({ intact: false, fault: 'REMOVED' });
    await owner.query('delete from ledger.pending');
    expect(await verified()).toMatchObject({ intact: true });
  });
});
