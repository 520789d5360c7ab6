/** Tampering with the ledger, each way of it, is found by reading it through (Article 17). */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, databases, MEI, OPERATOR, openWorld, subject, type World } from '../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
const VERIFY = `query ($size: Int, $rootHash: String) { ledgerCheckpoint { size rootHash signedAt keyId signature }
  verifyLedger(size: $size, rootHash: $rootHash) { intact entries pending erased firstBroken fault } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

/** Two recipients, so that subjects and other people's entries alternate. */
async function disclose(world: World, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await world.ask(BANK_A, NAME, { id: MEI }, LOAN);
    await world.ask(subject(MEI), NAME, { id: COMPANY });
  }
}

// Tampering needs the owner of the tables, whom the embedded database gives to nobody once it is open.
describe.runIf(databases().includes('postgresql'))('tampering with the ledger', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await disclose(world, 10);
    await world.publish();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** What verification says after the statements; they are undone. */
  const after = async (...statements: readonly string[]) => {
    const tables = ['disclosure', 'leaf', 'node', 'checkpoint', 'pending'];
    for (const table of tables) await owner.query(`create table public.kept_${table} as table ledger.${table}`);
    try {
      for (const statement of statements) await owner.query(statement);
      const { data, errors } = await world.ask(OPERATOR, VERIFY);
      expect(errors).toBeUndefined();
      return data.verifyLedger;
    } finally {
      for (const table of tables) {
        await owner.query(`delete from ledger.${table}`);
        await owner.query(`insert into ledger.${table} select * from public.kept_${table}`);
        await owner.query(`drop table public.kept_${table}`);
      }
    }
  };
  const entry = (leaf: number): string => `(select entry_id from ledger.leaf where leaf_index = ${leaf})`;

  it('A17.2 adversarial 68: an edited entry is found, in whichever column', async () => {
    for (const change of [
      `unit = 'BANK-B'`,
      `purpose = 'AWARD'`,
      `seen = 'WHOLE'`,
      `items = '{}'`,
      `records = '[]'`,
      `bases = '[]'`,
      `at = at + interval '1 hour'`,
      `channel = 'WINDOW'`,
      `subject_id = gen_random_uuid()`,
      `request_id = gen_random_uuid()`,
      `case_reference = 'x'`,
      `role = 'OPERATOR'`,
      `salt = decode('00', 'hex')`,
      `commitment = decode('00', 'hex')`,
    ])
      expect([change, await after(`update ledger.disclosure set ${change} where id = ${entry(4)}`)]).toMatchObject([
        change,
        { intact: false, firstBroken: 4, fault: 'EDITED' },
      ]);
  });

  it('A17.2 a removed entry is found, its leaf gone with it or not', async () => {
    expect(await after(`delete from ledger.disclosure where id = ${entry(7)}`)).toMatchObject({
      intact: false,
      firstBroken: 7,
      fault: 'REMOVED',
    });
    expect(
      await after(
        `delete from ledger.disclosure where id = ${entry(7)}`,
        `delete from ledger.leaf where leaf_index = 7`,
      ),
    ).toMatchObject({ intact: false, firstBroken: 7, fault: 'REMOVED' });
    expect(
      await after(
        `delete from ledger.disclosure where id = ${entry(7)}`,
        `delete from ledger.leaf where leaf_index = 7`,
        `update ledger.leaf set leaf_index = -leaf_index where leaf_index > 7`,
        `update ledger.leaf set leaf_index = -leaf_index - 1 where leaf_index < 0`,
      ),
    ).toMatchObject({ intact: false, firstBroken: 7, fault: 'REORDERED' });
  });

  it('A17.2 adversarial 68: reordered entries are found', async () => {
    expect(
      await after(
        `update ledger.leaf set leaf_index = -1 where leaf_index = 3`,
        `update ledger.leaf set leaf_index = 3 where leaf_index = 5`,
        `update ledger.leaf set leaf_index = 5 where leaf_index = -1`,
      ),
    ).toMatchObject({ intact: false, firstBroken: 3, fault: 'REORDERED' });
  });

  it('A17.2 adversarial 68: a ledger cut off at its end is found', async () => {
    expect(
      await after(
        `delete from ledger.disclosure where id in (select entry_id from ledger.leaf where leaf_index >= 15)`,
        `delete from ledger.leaf where leaf_index >= 15`,
        `delete from ledger.node where (index + 1) * (1 << level) > 15`,
      ),
    ).toMatchObject({ intact: false, firstBroken: 15, fault: 'TRUNCATED' });
  });

  it('A17.2 one whose checkpoints were cut off too is found by whoever kept one', async () => {
    const { data } = await world.ask(OPERATOR, '{ ledgerCheckpoint { size rootHash } }');
    await owner.query('begin');
    await owner.query('rollback');
    const kept = data.ledgerCheckpoint;
    const tables = ['disclosure', 'leaf', 'node', 'checkpoint'];
    for (const table of tables) await owner.query(`create table public.kept_${table} as table ledger.${table}`);
    for (const table of tables) await owner.query(`delete from ledger.${table}`);
    const gone = await world.ask(OPERATOR, VERIFY, kept);
    const silent = await world.ask(OPERATOR, VERIFY);
    for (const table of tables) {
      await owner.query(`insert into ledger.${table} select * from public.kept_${table}`);
      await owner.query(`drop table public.kept_${table}`);
    }
    expect(silent.data.verifyLedger).toMatchObject({ intact: true, entries: 0 });
    expect(gone.data.verifyLedger).toMatchObject({ intact: false, firstBroken: 0, fault: 'TRUNCATED' });
  });

  it('A17.2 an entry put in beside the tree is found, a changed node and a changed checkpoint too', async () => {
    expect(
      await after(
        `insert into ledger.disclosure select gen_random_uuid(), subject_id, at, request_id, role, unit, purpose, case_reference,
           channel, seen, items, records, bases, salt, commitment, erased_at, erasure_reason
         from ledger.disclosure where id = ${entry(2)}`,
      ),
    ).toMatchObject({ intact: false, fault: 'ADDED' });
    expect(
      await after(`update ledger.node set hash = decode(repeat('00', 32), 'hex') where level = 2 and index = 1`),
    ).toMatchObject({ intact: false, fault: 'TREE' });
    expect(await after(`update ledger.checkpoint set signed_at = signed_at + interval '1 second'`)).toMatchObject({
      intact: false,
      fault: 'CHECKPOINT',
    });
    expect(await after(`update ledger.checkpoint set root = decode(repeat('00', 32), 'hex')`)).toMatchObject({
      intact: false,
      fault: 'CHECKPOINT',
    });
  });

  it('A17.2 erasing what an entry says keeps the tree whole', async () => {
    expect(
      await after(
        `update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}',
           records = '[]', bases = '[]', salt = null, erased_at = now(), erasure_reason = 'test' where id = ${entry(4)}`,
      ),
    ).toMatchObject({ intact: true, erased: 1, firstBroken: null });
  });

  it('A17.2 after all of it the ledger is as it was', async () => {
    expect(await after()).toMatchObject({ intact: true, fault: null });
  });
});
