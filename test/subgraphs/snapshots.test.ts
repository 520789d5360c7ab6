/** What a snapshot costs and leaves behind on PostgreSQL: its end travels with the next one's beginning, and never waits long for it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerRole } from '../../subgraphs/database/roles.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import { databases, NO_JOBS, openWorld, TODAY, type World } from '../kit.ts';

const session = (role: Session['role'], subjectId: string | null = null): Session => ({
  role,
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId,
  today: TODAY,
});
const WHO = {
  name: 'who',
  text: `select current_user::text as "user", control.caller_role() as role, control.caller_subject() as subject, transaction_timestamp() as began`,
};

describe.runIf(databases().includes('postgresql'))('snapshots one after the other', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  it('each takes one write for each turn of questions, and none to begin or to end', async () => {
    const { database } = world.server.platform;
    await (await database.read(session('PUBLIC'))).close();
    const before = database.roundTrips();
    for (let count = 0; count < 50; count += 1) {
      const reading = await database.read(session('PUBLIC'));
      await Promise.all([reading.query(WHO, []), reading.query(WHO, [])]);
      await reading.query(WHO, []);
      await reading.close();
      await expect(reading.query(WHO, [])).rejects.toThrow('The request was given up.');
    }
    expect(database.roundTrips() - before).toBe(100);
  });

  it('A23.3 nothing of whom the last one spoke for is left for the next', async () => {
    const { database } = world.server.platform;
    const [id, other] = ['0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0001', '0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0002'];
    const began = new Set<unknown>();
    for (const [role, subject] of [
      ['SUBJECT', id],
      ['PUBLIC', null],
      ['SUBJECT', other],
      ['OPERATOR', null],
    ] as const) {
      const reading = await database.read(session(role, subject));
      const [row] = await reading.query<Record<string, unknown>>(WHO, []);
      expect(row).toMatchObject({ user: database.roleName(readerRole(role)), role, subject });
      began.add(row?.began);
      await reading.close();
    }
    expect(began.size).toBe(4);
  });

  it('one that nobody follows ends by itself, also where several were open at once', async () => {
    const { database } = world.server.platform;
    const inTransaction = async (): Promise<number> => {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
      );
      return rows[0]?.count ?? 0;
    };
    // Bounded by the test's own time.
    const untilNoneIs = async (): Promise<void> => {
      while ((await inTransaction()) > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    // The last one of the test before may still be ending.
    await untilNoneIs();
    const open = await Promise.all(Array.from({ length: 6 }, () => database.read(session('PUBLIC'))));
    try {
      await Promise.all(open.map((reading) => reading.query(WHO, [])));
      expect(await inTransaction()).toBe(6);
    } finally {
      await Promise.all(open.map((reading) => reading.close()));
    }
    await untilNoneIs();
  });

  it('one whose statement failed is on no connection that anybody gets', async () => {
    const { database } = world.server.platform;
    const reading = await database.read(session('PUBLIC'));
    await expect(reading.query({ name: 'no-such', text: 'select * from ledger.pending' }, [])).rejects.toThrow(
      'permission denied',
    );
    await reading.close();
    for (let count = 0; count < 12; count += 1) {
      const next = await database.read(session('PUBLIC'));
      expect(await next.query(WHO, [])).toHaveLength(1);
      await next.close();
    }
  });
});
