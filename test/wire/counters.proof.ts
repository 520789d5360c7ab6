/**
 * Counters under each login: what was noted stays, and what was counted only grows. Both sides of each, by PostgreSQL alone: no code of ours stands between. A proof:
 * it opens a world over the wire.
 */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rateStore } from '../../subgraphs/request/admission.ts';
import { databases, type World } from '../kit.ts';
import { DENIED, type LoggedIn, NAMES, openAsked, tried } from './logged-in.ts';

const SUBGRAPHS = NAMES.filter((name) => name !== 'gateway');

describe.runIf(databases().includes('postgresql'))('what a login may count', () => {
  let world: World;
  let all: LoggedIn;
  const one = async <Row>(statement: string, values: readonly unknown[] = []): Promise<Row> =>
    (await all.owner.query(statement, [...values])).rows[0] as Row;

  beforeAll(async () => {
    ({ world, all } = await openAsked());
  });
  afterAll(async () => {
    await all.close();
    await world.close();
  });

  it('a nonce or a proof that was seen is forgotten when it is over, by a gateway, and no sooner by anybody', async () => {
    const keep = `insert into control.proof (key, until) values ($1, now() + $2 * interval '1 minute') on conflict do nothing returning key`;
    for (const name of NAMES)
      await all.as(name, 'admission', {}, async (client) => {
        const kept = async (key: string, minutes: number) => (await client.query(keep, [key, minutes])).rowCount;
        expect([await kept('hop seen', 5), await kept('hop seen', 5), await kept('hop over', -5)], name).toEqual([
          1, 0, 1,
        ]);
        await client.query('savepoint before');
        expect(await tried(client, `update control.proof set until = now() - interval '1 day'`), name).toBe(DENIED);
        await client.query('rollback to savepoint before');
        if (name !== 'gateway') return expect(await tried(client, 'delete from control.proof'), name).toBe(DENIED);
        await client.query('delete from control.proof');
        const { rows } = await client.query(`select key from control.proof where key like 'hop %'`);
        expect(rows).toEqual([{ key: 'hop seen' }]);
      });
  });

  it('a rate grows within its minute whoever counts, and no subgraph sees one', async () => {
    for (const name of SUBGRAPHS)
      for (const statement of [
        'select from control.rate',
        'delete from control.rate',
        'update control.rate set points = 0',
      ])
        expect(await all.as(name, 'admission', {}, (client) => tried(client, statement)), name).toBe(DENIED);
    await all.as('gateway', 'admission', {}, async (client) => {
      const [soon, past] = [Date.now() + 60_000, Date.now() - 1_000];
      await client.query(
        'insert into control.rate (key, points, expire) values ($1, 50, $2), ($3, 50, $4), ($5, 50, $6)',
        [
          ...['rate running', soon],
          ...['rate over', past],
          // By the clock of a machine that is twenty seconds ahead it is over.
          ...['rate over elsewhere', Date.now() + 20_000],
        ],
      );
      const now = async () => {
        const { rows } = await client.query(`select key, points from control.rate where key like 'rate %' order by 1`);
        return Object.fromEntries(rows.map(({ key, points }) => [key, points]));
      };
      await client.query(`update control.rate set points = 0, expire = 0 where key = 'rate running'`);
      await client.query(`update control.rate set points = 6, expire = ${soon} where key like 'rate over%'`);
      expect(await now()).toEqual({ 'rate running': 50, 'rate over': 6, 'rate over elsewhere': 6 });
      await client.query(`update control.rate set points = points + 6 where key = 'rate running'`);
      await client.query(`insert into control.rate (key, points, expire) values ('rate old', 9, ${past})`);
      await client.query('delete from control.rate');
      expect(await now()).toEqual({ 'rate running': 56, 'rate over': 6, 'rate over elsewhere': 6 });
    });
  });

  it('who stays below the limit is let in, though the clock of its gateway is ahead of the database', async () => {
    // As openRates makes it, with windows of a second in the place of a minute: three in each, where ten are allowed.
    const limiter = new RateLimiterPostgres({
      ...{ points: 10, duration: 1, keyPrefix: 'ahead', storeClient: rateStore(world.server.platform) },
      ...{
        storeType: 'client',
        schemaName: 'control',
        tableName: 'rate',
        tableCreated: true,
        clearExpiredByTimeout: false,
      },
    });
    const real = Date.now.bind(Date);
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + 500);
    try {
      for (let asked = 0; asked < 20; asked += 1) {
        await expect(limiter.consume('caller')).resolves.toMatchObject({ isFirstInDuration: expect.any(Boolean) });
        await new Promise((resolve) => setTimeout(resolve, 330));
      }
      // Both sides: who asks faster is refused.
      await expect(Promise.all(Array.from({ length: 12 }, () => limiter.consume('caller')))).rejects.toBeInstanceOf(
        RateLimiterRes,
      );
    } finally {
      clock.mockRestore();
    }
  });

  it('A24.1 A36.1 what an authorization and an agreement were used for is counted up and never down', async () => {
    const grant = await one<{ id: string; party: string; uses: number }>(
      `select id, party, uses from control.authorization_grant where uses > 0 and party = 'BANK-A' limit 1`,
    );
    const quota = await one<{ agreement: string; used: number }>(
      'select agreement_id as agreement, used from ledger.quota where used > 0 limit 1',
    );
    const uses = 'update control.authorization_grant set uses = uses + $1 where id = $2';
    const used = 'update ledger.quota set used = used + $1 where agreement_id = $2';
    for (const name of NAMES) {
      const may = (statement: string, values: readonly unknown[] = []) =>
        all.as(name, 'ledger', { 'credit.unit': grant.party }, async (client) => {
          const done = await client.query(statement, [...values]).catch((error: { code?: string }) => error.code);
          return typeof done === 'string' ? done : done?.rowCount;
        });
      expect(
        [await may(uses, [1, grant.id]), await may(uses, [0, grant.id]), await may(uses, [-1, grant.id])],
        name,
      ).toEqual([...[1, 1], DENIED]);
      expect([await may(used, [1, quota.agreement]), await may(used, [-1, quota.agreement])], name).toEqual([
        1,
        DENIED,
      ]);
      for (const statement of [
        'delete from ledger.quota',
        'delete from ledger.quota_subject',
        `update ledger.quota set day = '2020-01-01'`,
        `update ledger.quota_subject set day = '2020-01-01'`,
        'delete from control.authorization_grant',
        'delete from ledger.disclosure',
        `update ledger.disclosure set items = '{}'`,
        'delete from ledger.pending',
      ])
        expect(await may(statement), `${name}: ${statement}`).toBe(DENIED);
    }
    // Not by the catalog either, which grants them, nor by the role of the whole server.
    const lowered = await all.as('catalog', 'control', { 'credit.subject': '' }, (client) =>
      tried(client, 'update control.authorization_grant set uses = 0'),
    );
    expect(lowered).toBeUndefined();
    expect(await tried(all.owner, uses, [-1, grant.id])).toBe(DENIED);
    expect(
      (await one<{ uses: number }>('select uses from control.authorization_grant where id = $1', [grant.id])).uses,
    ).toBe(grant.uses);
  });
});
