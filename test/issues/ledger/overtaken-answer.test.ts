import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type Answer, BANK_A, databases, MARKET_REGULATION, MEI, openWorld, PERMIT_OFFICE } from '../../kit.ts';
import { asKnownTo, storedId } from '../../own-ids.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
  id records(first: 200) { nodes { id version item { code } } } } }`;
const CORRECT =
  'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version recipientsToNotify } }';
const CHANGES = '{ changes { nodes { kind recordId version } } }';
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例案号' };
const LOAN = { purpose: 'LOAN_ORIGINATION' };

const penaltyOf = ({ data }: Answer): { id: string; version: number } =>
  data.subject.records.nodes.find(({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL');

// The embedded database has one connection: nothing can be corrected while a snapshot of it is open.
describe.runIf(databases().includes('postgresql'))('an answer that a correction overtakes', () => {
  it('A39.4 is not given: nobody holds the wrong version untold', async () => {
    const world = await openWorld('postgresql');
    try {
      const office = await world.ask(PERMIT_OFFICE, RECORDS, { id: MEI }, CASE);
      const record = penaltyOf(office);
      const answer = (version: number) => {
        const request = world.server.requestAs({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
        return {
          read: () => request.snapshot(),
          leave: async () => {
            request.disclose({
              subjectId: storedId(world, PERMIT_OFFICE, office.data.subject.id, 'SUBJECT'),
              personal: true,
              items: ['PENALTY-GENERAL'],
              records: [{ id: storedId(world, PERMIT_OFFICE, record.id), version }],
              seen: 'DESENSITIZED',
            });
            await request.settle();
          },
        };
      };
      const early = answer(1);
      await early.read();
      const corrected = await world.ask(MARKET_REGULATION, CORRECT, {
        input: {
          record: asKnownTo(world, MARKET_REGULATION, PERMIT_OFFICE, record.id),
          reason: '金额有误',
          content: { fineYuan: '77.00' },
        },
      });
      expect(corrected.data.correctRecord).toEqual({ version: 2, recipientsToNotify: 0 });
      await expect(early.leave()).rejects.toMatchObject({ extensions: { code: 'CONFLICT', reason: 'OVERTAKEN' } });
      expect((await world.ask(BANK_A, CHANGES)).data.changes.nodes).toEqual([]);
      // Asked again, it gets the right version; the next correction is told to it.
      const late = answer(2);
      await late.read();
      await late.leave();
      await world.ask(MARKET_REGULATION, CORRECT, {
        input: {
          record: asKnownTo(world, MARKET_REGULATION, PERMIT_OFFICE, record.id),
          reason: '金额有误',
          content: { fineYuan: '78.00' },
        },
      });
      expect((await world.ask(BANK_A, CHANGES)).data.changes.nodes).toEqual([
        { kind: 'CORRECTED', recordId: asKnownTo(world, BANK_A, PERMIT_OFFICE, record.id), version: 3 },
      ]);
    } finally {
      await world.close();
    }
  });

  it('A39.4 or is told: a correction waits for the answers that are being written', async () => {
    const world = await openWorld('postgresql');
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    /** Until so many statements of this world wait for a lock, or the work is done. */
    const waiting = async (number: number, work: Promise<unknown>): Promise<void> => {
      let done = false;
      const end = work.then(() => {
        done = true;
      });
      for (let found = 0; found < number && !done; ) {
        // Within a transaction the list of connections is read once: one that is opened later would never be seen.
        await owner.query('select pg_stat_clear_snapshot()');
        const { rows } = await owner.query(`select count(*)::int as found from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
        found = rows[0].found;
        await Promise.race([end, setTimeout(5)]);
      }
    };
    try {
      const office = await world.ask(PERMIT_OFFICE, RECORDS, { id: MEI }, CASE);
      const record = penaltyOf(office);
      await owner.query('begin; lock table ledger.disclosure in exclusive mode');
      const answer = world.ask(BANK_A, RECORDS, { id: MEI }, LOAN);
      await waiting(1, answer);
      const correction = world.ask(MARKET_REGULATION, CORRECT, {
        input: {
          record: asKnownTo(world, MARKET_REGULATION, PERMIT_OFFICE, record.id),
          reason: '金额有误',
          content: { fineYuan: '77.00' },
        },
      });
      await waiting(2, correction);
      await owner.query('rollback');
      expect(penaltyOf(await answer)).toMatchObject({
        id: asKnownTo(world, BANK_A, PERMIT_OFFICE, record.id),
        version: 1,
      });
      expect((await correction).data.correctRecord).toEqual({ version: 2, recipientsToNotify: 0 });
      expect((await world.ask(BANK_A, CHANGES)).data.changes.nodes).toEqual([
        { kind: 'CORRECTED', recordId: asKnownTo(world, BANK_A, PERMIT_OFFICE, record.id), version: 2 },
      ]);
    } finally {
      await owner.end();
      await world.close();
    }
  });
});
