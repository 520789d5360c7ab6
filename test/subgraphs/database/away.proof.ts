/** PostgreSQL goes away under statements: no process ends, callers are told, and the next request finds it again. A proof, for it needs PostgreSQL. */
import type { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../../subgraphs/database/session.ts';
import { databases } from '../../kit.ts';
import { openWithOwner, type WithOwner } from './with-owner.ts';

const OPERATOR: Session = {
  ...{ role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null },
  today: '2026-11-20',
};
const UNITS = { name: 'units-of-a-test', text: 'select code from control.unit order by code' };
const insert = (code: string): string =>
  `insert into control.unit (code, name, name_en, kind, level) values ('${code}', '单位', 'Unit', 'PROVIDER', 'CITY')`;

describe.runIf(databases().includes('postgresql'))('PostgreSQL that goes away', () => {
  let database: WithOwner['database'];
  let owner: WithOwner['owner'];
  let close: WithOwner['close'];
  beforeAll(async () => {
    ({ database, owner, close } = await openWithOwner());
  });
  afterAll(() => close());

  /** All connections but this one, as when the server is shut down (57P01). */
  const terminate = () =>
    owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  /** Until every pool has heard of it. */
  const heard = () => new Promise((resolve) => setTimeout(resolve, 200));
  const units = async (): Promise<unknown[]> => {
    const reading = await database.read(OPERATOR);
    try {
      return await reading.query(UNITS, []);
    } finally {
      await reading.close();
    }
  };
  const refusal = async (failing: Promise<unknown>): Promise<unknown> => {
    const error = await failing.then(
      () => undefined,
      (thrown: GraphQLError) => thrown,
    );
    return { code: error?.extensions?.code, message: error?.message, help: error?.extensions?.help };
  };
  const silent = {
    ...{ code: 'UNAVAILABLE', message: 'The database does not answer.' },
    help: 'Try again in a little while.',
  };

  it('A17.1 under a snapshot that is read: it fails, no process ends, and the next one is answered', async () => {
    const before = await units();
    const [one, idle] = [await database.read(OPERATOR), await database.read(OPERATOR)];
    await one.entitlements;
    await idle.entitlements;
    await terminate();
    // One that sends nothing is told by its connection alone.
    await heard();
    expect(await refusal(one.query(UNITS, []))).toEqual(silent);
    await one.close();
    await idle.close();
    expect(await units()).toEqual(before);
  });

  it('A17.1 under a change: before it is committed nothing was done, and while it is committed nobody knows', async () => {
    const midway = database.write(OPERATOR, 'control', async (em) => {
      await em.execute(insert('MIDWAY'));
      await terminate();
      await heard();
      await em.execute(insert('AFTER'));
    });
    expect(await refusal(midway)).toEqual(silent);
    const committing = database.write(OPERATOR, 'control', async (em) => {
      await em.execute(insert('COMMITTING'));
      await terminate();
      await heard();
    });
    expect(await refusal(committing)).toEqual({
      ...{ code: 'UNAVAILABLE', help: 'Look whether it stands before you send it again.' },
      message: 'A change was begun and no answer came; whether it was made is not known.',
    });
    await database.write(OPERATOR, 'control', (em) => em.execute(insert('STANDS')));
    expect(await units()).toEqual([{ code: 'STANDS' }]);
  });

  it('A17.1 changes that could not even begin leave the pool whole: more of them than it has connections', async () => {
    for (let round = 0; round < 6; round += 1) {
      // All four connections; then they are given out while the server ends them.
      await Promise.allSettled(
        [1, 2, 3, 4].map(() => database.write(OPERATOR, 'control', (em) => em.execute('select 1'))),
      );
      const begun = terminate();
      await Promise.allSettled(
        [1, 2, 3, 4].map(() => database.write(OPERATOR, 'control', (em) => em.execute('select 1'))),
      );
      await begun;
    }
    await heard();
    await database.write(OPERATOR, 'control', (em) => em.execute('select 1'));
    expect(database.connections().find(({ pool }) => pool === 'write')).toMatchObject({ inUse: 0, waiting: 0 });
  });

  it('A17.1 what PostgreSQL refuses costs no connection: where none is to be had, as on a full disk, answers go on', async () => {
    const backends = async (): Promise<number[]> =>
      (
        await owner.query(
          `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by pid`,
        )
      ).rows.map(({ pid }) => pid);
    await terminate();
    await heard();
    const before = await units();
    const [one] = await backends();
    const refused = { name: 'refused-of-a-test', text: `select 1 / (length(code) - length(code)) from control.unit` };
    for (let turn = 0; turn < 3; turn += 1) {
      const reading = await database.read(OPERATOR);
      await expect(reading.query(refused, [])).rejects.toMatchObject({ code: '22012' });
      // The transaction is over, and says so.
      await expect(reading.query(UNITS, [])).rejects.toMatchObject({ code: '25P02' });
      await reading.close();
      await expect(database.execute({ ...OPERATOR, unit: 'REFUSED' }, 'presence', refused, [])).rejects.toMatchObject({
        code: '42501',
      });
    }
    expect(await units()).toEqual(before);
    const after = await backends();
    expect(after.length).toBeLessThanOrEqual(2);
    expect(after).toContain(one);
    // Nothing of the caller before is left in it.
    const next = await database.read({ ...OPERATOR, unit: null });
    expect(
      await next.query(
        { name: 'unit-of-a-test', text: `select nullif(current_setting('credit.unit', true), '') as unit` },
        [],
      ),
    ).toEqual([{ unit: null }]);
    await next.close();
  });

  it('A17.1 a statement whose table has changed under it fails once, and is prepared anew', async () => {
    await owner.query('create function public.changing() returns table (a int) language sql as $$ select 1 $$');
    const statement = { name: 'changing-of-a-test', text: 'select * from public.changing()' };
    const asked = async (): Promise<unknown> => {
      const reading = await database.read(OPERATOR);
      try {
        return await reading.query(statement, []);
      } finally {
        await reading.close();
      }
    };
    expect(await asked()).toEqual([{ a: 1 }]);
    await owner.query(`drop function public.changing();
      create function public.changing() returns table (a int, b int) language sql as $$ select 1, 2 $$`);
    await asked().catch((error: { code?: string }) => expect(error.code).toBe('0A000'));
    expect(await asked()).toEqual([{ a: 1, b: 2 }]);
    await owner.query('drop function public.changing()');
  });

  it('A17.1 a primary that became a replica (25006) refuses a change, and is read no worse', async () => {
    const name = `"${owner.database}"`;
    await owner.query(`alter database ${name} set default_transaction_read_only = on`);
    await terminate();
    await heard();
    expect(await refusal(database.write(OPERATOR, 'control', (em) => em.execute(insert('REPLICA'))))).toEqual(silent);
    expect(await units()).toEqual([{ code: 'STANDS' }]);
    await owner.query('set default_transaction_read_only = off');
    await owner.query(`alter database ${name} reset default_transaction_read_only`);
    await terminate();
    await heard();
    await database.write(OPERATOR, 'control', (em) => em.execute(insert('AGAIN')));
    expect(await units()).toEqual([{ code: 'AGAIN' }, { code: 'STANDS' }]);
  });
});
