import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import type { Session } from '../../../subgraphs/database/session.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { databases, openWorld, type World } from '../../kit.ts';

const PUBLIC: Session = {
  role: 'PUBLIC',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: '2026-11-20',
};

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-db-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => openDatabase({ entities: ENTITIES, folder, loginPassword: 'not used here' });

  it('keeps everything over a restart, and refuses a second opening with what to do', async () => {
    const first = await open();
    await first.write({ ...PUBLIC, role: 'OPERATOR' }, 'control', (em) =>
      em.execute(
        `insert into control.unit (code, name, name_en, kind, level) values ('U', '单位', 'Unit', 'PROVIDER', 'CITY')`,
      ),
    );
    await expect(open()).rejects.toThrow(/in use by process \d+\. Stop that process first, or set DATABASE_URL/);
    await first.close();
    const second = await open();
    const reading = await second.read(PUBLIC);
    expect(await reading.query({ name: 'u', text: 'select code, name from control.unit' }, [])).toEqual([
      { code: 'U', name: '单位' },
    ]);
    await reading.close();
    await second.close();
  });

  it('takes over from a process that was killed', async () => {
    // Process numbers end far below this one.
    writeFileSync(join(folder, 'lock'), '99999999');
    const database = await open();
    await (await database.read(PUBLIC)).close();
    await database.close();
  });

  it('gives turns: two requests at once do not share a transaction', async () => {
    const database = await open();
    const first = await database.read(PUBLIC);
    const second = database.read({ ...PUBLIC, role: 'SUBJECT', subjectId: '00000000-0000-8000-8000-000000000001' });
    const role = { name: 'r', text: 'select current_user as who' };
    expect(await first.query(role, [])).toEqual([{ who: database.roleName('public') }]);
    await first.close();
    expect(await (await second).query(role, [])).toEqual([{ who: database.roleName('subject') }]);
    await (await second).close();
    await database.close();
  });
});

describe.runIf(databases().includes('postgresql'))('on a PostgreSQL server', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  it('the migrated tables are what the entities describe', async () => {
    const orm = await MikroORM.init({ entities: ENTITIES, clientUrl: world.ownerUrl ?? '', debug: false });
    const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true });
    await orm.close(true);
    // Indexes over some rows only and the table of migrations are not the entities' business.
    const told = difference
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/index|set names|"(?:migration|access)"/i.test(line));
    expect(told).toEqual([]);
  });

  it('A23.4 no citizen number, name, address or telephone of a person lies readable in any table', async () => {
    const { rows: tables } = await owner.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('control', 'ledger', 'public_credit', 'non_public_credit', 'sanctions', 'rights')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const leaks: string[] = [];
    for (const { name } of tables)
      for (const secret of ['239999199003070016', '张小梅', '13800138000', '花园街1号'])
        if (
          (await owner.query(`select from ${name} t where t::text like '%' || $1 || '%' limit 1`, [secret]))
            .rowCount !== 0
        )
          leaks.push(`${name} holds ${secret}`);
    expect(leaks).toEqual([]);
    const { rows } = await owner.query('select count(*)::int as sealed from public_credit.statement_whole');
    expect(rows[0].sealed).toBeGreaterThan(50);
  });

  it('connections that PostgreSQL ends while they are used fail what uses them, and the next writes and reads', async () => {
    const { database } = world.server.platform;
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${database.roleName('login')}'`;
    const one = { name: 'one', text: 'select 1 as one' };
    // More often than the pool for writes has connections.
    for (let time = 1; time <= 5; time += 1) {
      const reading = await database.read(PUBLIC);
      await reading.entitlements;
      const writing = database.write(PUBLIC, 'control', async (em) => {
        await owner.query(cut);
        await sql`select 1`.execute(em.getKysely());
      });
      await expect(writing).rejects.toThrow();
      await expect(reading.query(one, [])).rejects.toThrow();
      await reading.close();
    }
    const written = database.write(
      PUBLIC,
      'control',
      async (em) => (await sql`select 1 as one`.execute(em.getKysely())).rows,
    );
    expect(await written).toEqual([{ one: 1 }]);
    const next = await database.read(PUBLIC);
    expect(await next.query(one, [])).toEqual([{ one: 1 }]);
    await next.close();
  });

  it('the login role owns nothing and inherits nothing', async () => {
    const { rows } = await owner.query(
      `select rolinherit, rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = $1`,
      [world.server.platform.database.roleName('login')],
    );
    expect(rows).toEqual([{ rolinherit: false, rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it('compiles no expressions: for a batch, which takes milliseconds, that took a second', async () => {
    const request = world.server.requestAs({ role: 'OPERATOR' });
    const { transaction } = await request.snapshot();
    expect(await transaction.query({ name: 'jit', text: 'show jit' }, [])).toEqual([{ jit: 'off' }]);
    await request.abandon();
  });

  it('every table about subjects has row policies that bind even its owner', async () => {
    const { rows } = await owner.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('public_credit', 'non_public_credit', 'sanctions', 'rights', 'ledger')
         and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    // A list, its standard and a measure name no subject; neither does the tree, which holds hashes alone.
    expect(rows.map(({ name }) => name)).toEqual([
      'ledger.checkpoint',
      'ledger.node',
      'ledger.pending',
      'sanctions.list',
      'sanctions.measure',
      'sanctions.standard',
    ]);
  });
});
