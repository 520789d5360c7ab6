import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DatabaseRole, READER_ROLES, WRITER_ROLES } from '../../subgraphs/database/roles.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  HIDDEN,
  MARKET_REGULATION,
  MEI,
  onEachDatabase,
  openWorld,
  type World,
} from '../kit.ts';
import { storedId } from '../own-ids.ts';
import { ASKERS, everything, SUBJECTS, sessionOf } from './walls-questions.ts';

const ITEMS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }`;

/** What must be nowhere in an answer to anybody but 张小梅 herself or a duty that needs her identity. */
const WHOLE = ['张小梅', '239999199003070016', '13800138000', '花园街1号', '1990-03-07'];

onEachDatabase('with shield down', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { wallsDown: { shield: true } });
  });
  afterAll(() => world.close());

  it('A23.2 the public gets no agreement rows, no hidden person and nothing that collectors hold', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
      records(first: 200) { nodes { item { code } } } nonPublicRecords { totalCount } authorizations { id } } }`;
    const { data } = await world.ask(null, query, { id: COMPANY });
    const codes = data.subject.records.nodes.map((node: { item: { code: string } }) => node.item.code);
    expect(codes).toContain('PENALTY-GENERAL');
    expect(codes).not.toContain('ARREARS-TAX');
    expect(data.subject.nonPublicRecords).toBeNull();
    expect(data.subject.authorizations).toBeNull();
    expect((await world.ask(null, query, { id: HIDDEN })).data).toEqual({ subject: null });
  });

  it('A23.4 nobody else gets a whole value of a person', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name identifier { value } birthDate address phone
      records(first: 200) { nodes { item { code } ... on AdministrativePenalty { facts content documentNumber } ... on PublicServiceRecord { content } } } } }`;
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, { purpose: 'LOAN_ORIGINATION' }],
    ] as const) {
      const text = JSON.stringify(await world.ask(holder, query, { id: MEI }, headers));
      expect(text).toContain('哈市监罚〔2026〕0001号');
      for (const value of WHOLE) expect(text).not.toContain(value);
    }
  });

  it('A23.2 A24.3 a party gets only what agreement and authorization open', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords { nodes { item { code } } } } }`;
    const codes = async (holder: typeof BANK_A | typeof BANK_B, id: typeof MEI) =>
      (await world.ask(holder, query, { id }, { purpose: 'LOAN_ORIGINATION' })).data.subject?.nonPublicRecords.nodes
        .map((node: { item: { code: string } }) => node.item.code)
        .sort();
    expect(await codes(BANK_A, MEI)).toEqual(['NP-LOAN', 'NP-UTILITY-BILL']);
    expect(await codes(BANK_B, MEI)).toEqual([]);
    expect(await codes(BANK_A, HIDDEN)).toBeUndefined();
  });
});

onEachDatabase('walls that stand', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const write = (
    role: DatabaseRole | 'none',
    statement: string,
    asker: Parameters<typeof sessionOf>[1] = { holder: null, headers: {} },
  ) =>
    world.server.platform.database.write(sessionOf(world, asker), role === 'none' ? 'public' : role, async (em) => {
      // What a role that was forgotten leaves: the login role itself.
      if (role === 'none') await em.execute('set local role none');
      return sql.raw(statement).execute(em.getKysely());
    });
  const denied = async (role: DatabaseRole | 'none', statement: string, asker?: Parameters<typeof sessionOf>[1]) => {
    const error = await write(role, statement, asker).then(
      () => 'done',
      (thrown: Error & { code?: string }) => thrown.code ?? thrown.message,
    );
    // 42501: insufficient privilege.
    expect([role, statement, error]).toEqual([role, statement, '42501']);
  };

  it('A23.5 with the scope of the statements down, the row policies let through exactly what the scope does', async () => {
    for (const asker of ASKERS.filter(({ name }) => name !== 'analyst'))
      for (const id of SUBJECTS) {
        const subjectId = world.server.platform.secrets.subjectId(id.type, id.value);
        const transaction = await world.server.platform.database.read(sessionOf(world, asker));
        const text =
          'select r.id from public_credit.record r where r.subject_id = $1::uuid and r.current order by r.id';
        const rows = await transaction.query<{ id: string }>({ name: 'unscoped', text }, [subjectId]);
        await transaction.close();
        const { data } = await world.ask(asker.holder, ITEMS, { id }, asker.headers);
        const nodes: { id: string }[] = data.subject?.records.nodes ?? [];
        const stored = nodes.map((node) => storedId(world, asker.holder, node.id));
        expect([asker.name, id.value, rows.map((row) => row.id)]).toEqual([asker.name, id.value, stored.sort()]);
      }
  });

  it('A22.1 with the scope of the statements down, an analyst reads no row at all', async () => {
    await denied('analyst', 'select id from public_credit.record');
    await denied('analyst', 'select id from sanctions.designation');
    await denied('public', 'select id from non_public_credit.record');
    await denied('party', 'select sealed from public_credit.statement_whole');
  });

  it('adversarial 72: a forgotten role is denied everything', async () => {
    for (const table of [
      'public_credit.subject',
      'public_credit.record_whole',
      'control.agreement',
      'ledger.disclosure',
    ])
      await denied('none', `select * from ${table}`);
  });

  it('a forgotten context, under a role that may read, shows nobody but what is open', async () => {
    const { rows } = await write(
      'party',
      'select distinct item from public_credit.record where subject_id is not null',
    );
    expect(rows.map((row) => (row as { item: string }).item)).not.toContain('ARREARS-TAX');
    const whole = await write('subject', 'select * from public_credit.statement_whole');
    expect(whole.rows).toEqual([]);
  });

  it('A36.2 a provider changes no content of a stored version and removes none', async () => {
    const provider = { holder: MARKET_REGULATION, headers: {} };
    const own = await write(
      'intake',
      'update public_credit.record set current = current where item = $$PENALTY-MINOR$$',
      provider,
    );
    expect(own.numAffectedRows).toBeGreaterThan(0n);
    for (const column of ['content', 'occurred_on', 'item', 'displayed_until', 'source_unit', 'received_at', 'version'])
      await denied('intake', `update public_credit.record set ${column} = ${column}`, provider);
    await denied('intake', 'delete from public_credit.record', provider);
    await denied('intake', 'truncate public_credit.record', provider);
    await denied('intake', 'update public_credit.record_whole set sealed = sealed', provider);
    // Rows of another provider are not there to be changed.
    const others = await write(
      'intake',
      'update public_credit.record set current = false where item = $$ARREARS-TAX$$',
      provider,
    );
    expect(others.numAffectedRows).toBe(0n);
  });

  it('A17.2 no role changes or removes an entry of the ledger', async () => {
    for (const role of [...READER_ROLES, ...WRITER_ROLES, 'none'] as const)
      for (const statement of [
        'update ledger.disclosure set purpose = null',
        'delete from ledger.disclosure',
        'truncate ledger.disclosure',
      ])
        await denied(role, statement);
  });

  it('the login role owns nothing, is no superuser, passes no row policy and inherits nothing', async () => {
    const { rows } = await write(
      'none',
      `select r.rolsuper, r.rolbypassrls, r.rolinherit, r.rolcreaterole, session_user::text as login,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as relations,
        (select count(*)::int from pg_proc f where f.proowner = r.oid) as functions,
        (select count(*)::int from pg_namespace n where n.nspowner = r.oid) as schemas
      from pg_roles r where r.rolname = session_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolinherit: false,
        rolcreaterole: false,
        login: world.server.platform.database.roleName('login'),
        relations: 0,
        functions: 0,
        schemas: 0,
      },
    ]);
  });

  // The embedded database gives its owner to nobody once it is open.
  if (kind === 'postgresql')
    it('A23.5 with row level security down, the answers stay the same', async () => {
      const before = await everything(world);
      const owner = new pg.Client({ connectionString: world.ownerUrl });
      await owner.connect();
      try {
        const { rows } = await owner.query(
          `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')`,
        );
        expect(rows.length).toBeGreaterThan(10);
        for (const { name } of rows) await owner.query(`alter table ${name} disable row level security`);
      } finally {
        await owner.end();
      }
      expect(await everything(world)).toEqual(before);
      expect(JSON.stringify(before)).toContain('张小梅');
    });
});
