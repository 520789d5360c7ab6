/** A proof: what hides, locks and answers at the same time, on a server with many connections. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, databases, NO_JOBS, openWorld, subject, type World } from '../../kit.ts';
import { COMPANY_NEW, LOAN, submit } from '../withheld.ts';
import { arrears, commendation, deliverCommendation, done, HIDE, HRSS, itemsSeen, ownRecord, SHOW } from './hiding.ts';

const LOCK = 'mutation { lockSharing { lockedSince } }';
const UNLOCK = 'mutation { unlockSharing { lockedSince } }';
const own = subject(COMPANY_NEW);

describe.runIf(databases().includes('postgresql'))('at the same time', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql', {
      // Over the wire a lock that comes between two parts has the whole question refused (wire/meanwhile).
      wire: false,
      environment: NO_JOBS,
    });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await submit(world, 'ARREARS-FUND', arrears(COMPANY_NEW, 1), { role: 'provider', unit: 'HLJ-FUND' });
    await deliverCommendation(world, 2);
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const subjectId = () => world.server.platform.secrets.subjectId(COMPANY_NEW.type, COMPANY_NEW.value);
  /** An answer of the bank that has read and not yet left. */
  const answer = async (item: string) => {
    const { id } = await ownRecord(world, COMPANY_NEW, item);
    const request = world.server.requestAs({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
    await request.snapshot();
    return async () => {
      request.disclose({
        subjectId: subjectId(),
        personal: false,
        items: [item],
        records: [{ id, version: 1 }],
        seen: 'DESENSITIZED',
      });
      await request.settle();
    };
  };
  /** Until so many statements of this world wait for a lock, or the work is done. */
  const waiting = async (number: number, work: Promise<unknown>): Promise<void> => {
    let over = false;
    const end = work.then(() => {
      over = true;
    });
    for (let found = 0; found < number && !over; ) {
      await owner.query('select pg_stat_clear_snapshot()');
      const { rows } = await owner.query(
        `select count(*)::int as found from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      found = rows[0].found;
      await Promise.race([end, setTimeout(5)]);
    }
  };

  it('A36.1 A17.1 an answer that a lock overtakes is not given; one with what is open to anyone is', async () => {
    const [closed, open] = [await answer('ARREARS-FUND'), await answer('COMMENDATION-GOV')];
    await done(world, own, LOCK);
    await expect(closed()).rejects.toMatchObject({ extensions: { code: 'CONFLICT', reason: 'OVERTAKEN' } });
    await open();
    await done(world, own, UNLOCK);
    await (await answer('ARREARS-FUND'))();
  });

  it('A36.1 A17.1 a lock waits for answers that are being written: they are whole before it', async () => {
    await owner.query('begin; lock table ledger.disclosure in exclusive mode');
    const seen = itemsSeen(world, BANK_A, COMPANY_NEW, LOAN);
    await waiting(1, seen);
    const locked = done(world, own, LOCK);
    await waiting(2, locked);
    await owner.query('rollback');
    expect((await seen)?.items).toEqual(['ARREARS-FUND', 'COMMENDATION-GOV']);
    await locked;
    expect((await itemsSeen(world, BANK_A, COMPANY_NEW, LOAN))?.items).toEqual(['COMMENDATION-GOV']);
    await done(world, own, UNLOCK);
  });

  it('A36.1 of locks at once one is made, the others are told that there is one', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.ask(own, LOCK)));
    const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'made').sort();
    expect(reasons).toEqual(['LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'made']);
    await done(world, own, UNLOCK);
  });

  it('A37.1 what is delivered again while it is hidden, or hidden while it is delivered again, is hidden', async () => {
    const { id } = await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV');
    for (let turn = 0; turn < 8; turn += 1) {
      const content = { title: `先进单位${turn}`, awardedBy: '示例机关', documentNumber: '黑示例〔2026〕882号' };
      const redelivered = () => submit(world, 'COMMENDATION-GOV', commendation(COMPANY_NEW, 2, { content }), HRSS);
      const asked = () => done(world, own, HIDE, { id });
      await Promise.all(turn % 2 === 0 ? [redelivered(), asked()] : [asked(), redelivered()]);
      expect(await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV')).toMatchObject({
        displayed: false,
        version: turn + 2,
      });
      expect(await itemsSeen(world, null, COMPANY_NEW)).toBeNull();
      await done(world, own, SHOW, { id });
    }
  });

  it('A37.1 A17.1 an answer that shows what is hidden meanwhile is not given', async () => {
    const { id, version } = await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV');
    const request = world.server.requestAs({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
    await request.snapshot();
    await done(world, own, HIDE, { id });
    request.disclose({
      subjectId: subjectId(),
      personal: false,
      items: ['COMMENDATION-GOV'],
      records: [{ id, version }],
      seen: 'DESENSITIZED',
    });
    await expect(request.settle()).rejects.toMatchObject({ extensions: { code: 'CONFLICT', reason: 'OVERTAKEN' } });
    const asked = await Promise.all(Array.from({ length: 4 }, () => world.ask(own, SHOW, { id })));
    expect(asked.map(({ data }) => data.showTrustworthyRecord.displayed)).toEqual([true, true, true, true]);
    // Each time that it was hidden it was shown again once.
    const { history } = await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV');
    const times = (what: string) => history.filter(({ change }) => change === what).length;
    expect([times('HIDDEN'), times('DISPLAYED')]).toEqual([9, 9]);
  });
});
