/**
 * What the login of a process may do with the rows of the tables that it needs: of what is not its own it reads the one row that it is asked about. Both sides of each, by PostgreSQL alone: no code of ours stands between. A proof: it opens a world over the wire.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEALED_PLACES } from '../../subgraphs/keys/sealed-places.ts';
import { AUTHORITY, COMPANY, databases, MEI, OPERATOR, subject, type World } from '../kit.ts';
import { DENIED, type LoggedIn, NAMES, openAsked, tried } from './logged-in.ts';

/** Some ten thousand statements one after the other, on a machine that does other things too. */
const LONG_MS = 300_000;
const [SOME = '', OTHER = '', THIRD = ''] = [1, 2, 3].map((at) => `a0000000-0000-4000-8000-00000000000${at}`);

describe.runIf(databases().includes('postgresql'))('what a login may do', () => {
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

  it(
    'A17.1 no login owns anything: it alters and drops no table, switches off no trigger and no row policy, and makes nothing',
    async () => {
      for (const name of NAMES)
        await all.asEach(name, async (client, role) => {
          for (const { name: table } of all.tables.filter((held) => held.name !== 'public.migration'))
            for (const statement of [
              `alter table ${table} disable trigger all`,
              `alter table ${table} disable row level security`,
              `alter table ${table} no force row level security`,
              `drop table ${table}`,
            ])
              expect(await tried(client, statement), `${role}: ${statement}`).toBe(DENIED);
          for (const statement of [
            'create table public.kept (id int)',
            'create schema kept',
            'create role kept',
            `create function ledger.kept() returns int language sql return 1`,
            'create policy kept on ledger.disclosure using (true)',
            `alter role "${role}" bypassrls`,
            `alter role "${role}" superuser`,
            `set session authorization "${all.owner.user}"`,
            'drop policy written on ledger.disclosure',
            'drop function ledger.record(jsonb)',
          ])
            expect(await tried(client, statement), `${role}: ${statement}`).toBe(DENIED);
        });
      // Told to leave row policies aside, PostgreSQL refuses what it would have to filter.
      await all.as('gateway', 'subject', { row_security: 'off' }, async (client) => {
        expect(await tried(client, 'select from ledger.report')).toBe(DENIED);
      });
    },
    LONG_MS,
  );

  it('A23.1 a gateway opens what it is given to pass on, and no text, no record and no mandate', async () => {
    const read = new Set<string>();
    await all.asEach('gateway', async (client) => {
      for (const { table, sealed } of SEALED_PLACES)
        if ((await tried(client, `select ${sealed} from ${table} where false`)) === undefined) read.add(table);
      for (const open of ['public_credit.record', 'non_public_credit.record'])
        expect(await tried(client, `select content from ${open} where false`)).toBe(DENIED);
      expect(await tried(client, 'select records from ledger.disclosure where false')).toBe(DENIED);
      for (const call of ['rows_to_redact(null)', 'texts_to_redact(null)', 'texts_of(null)'])
        expect(await tried(client, `explain select * from public_credit.${call}`)).toBe(DENIED);
    });
    // The report and the evidence of whoever fetches it; where webhooks call, and where subjects are told.
    expect([...read].sort()).toEqual(['ledger.report', 'ledger.webhook', 'rights.channel', 'rights.evidence_part']);
  });

  it('A23.1 A30 sanctions reads whole what lists and their decisions say, and of no other place', async () => {
    const { subject: held } = await one<{ subject: string }>('select id as subject from public_credit.subject limit 1');
    const texts = `insert into public_credit.text_whole (subject_id, place, id, sealed, key_id) values ($1, $2, $3, '\\x00', 'none')`;
    const places = ['DESIGNATION', 'OBJECTION', 'RESTORATION', 'COMPLAINT', 'CORRECTION', 'OWN_STATEMENT'];
    await all.owner.query('alter table public_credit.text_whole disable row level security');
    for (const place of places) await all.owner.query(texts, [held, place, SOME]);
    await all.owner.query('alter table public_credit.text_whole enable row level security');
    const seen = (name: 'sanctions' | 'public-credit', role: 'designate' | 'subject') =>
      all.as(name, role, { 'credit.role': 'SUBJECT', 'credit.subject': held }, async (client) => {
        const { rows } = await client.query('select place from public_credit.text_whole where id = $1 order by 1', [
          SOME,
        ]);
        return rows.map(({ place }) => place);
      });
    expect(await seen('sanctions', 'designate')).toEqual(['DESIGNATION']);
    expect(await seen('sanctions', 'subject')).toEqual(['DESIGNATION']);
    // Where objections to designations and their restoration are decided, what is decided on too; and a subject's own are shown to it there.
    expect(await seen('public-credit', 'designate')).toEqual(['DESIGNATION', 'OBJECTION', 'RESTORATION']);
    expect(await seen('public-credit', 'subject')).toEqual([...places].sort());
    const writes = (place: string) =>
      all.as('sanctions', 'designate', {}, (client) => tried(client, texts, [held, place, OTHER]));
    expect(await writes('DESIGNATION')).toBeUndefined();
    expect(await writes('OBJECTION')).toBe(DENIED);
    for (const call of ['rows_to_redact', 'texts_to_redact']) {
      const statement = `select from public_credit.${call}('${held}')`;
      expect(await all.as('sanctions', 'designate', {}, (client) => tried(client, statement)), call).toBe(DENIED);
      expect(await all.as('public-credit', 'due', {}, (client) => tried(client, statement)), call).toBeUndefined();
    }
    await all.owner.query('alter table public_credit.text_whole disable row level security');
    await all.owner.query('delete from public_credit.text_whole where id = $1', [SOME]);
    await all.owner.query('alter table public_credit.text_whole enable row level security');
  });

  it('A32 A35 A39 sanctions keeps the deadlines of lists, and those of objections are not its own', async () => {
    const clock = (
      kind: string,
    ) => `insert into control.clock (id, obligation, kind, unit, reference, started_on, due_on, provisional, earliest, latest, pauses)
      values (gen_random_uuid(), 'A39', '${kind}', 'HLJ-AMR', '${SOME}', '2026-11-20', '2026-11-25', false, '2026-11-25', '2026-11-25', '[]')`;
    const starts = (kind: string) => all.as('sanctions', 'designate', {}, (client) => tried(client, clock(kind)));
    expect(await starts('reexamination.decide')).toBeUndefined();
    expect(await starts('organ.correct')).toBeUndefined();
    expect(await starts('objection.decide')).toBe(DENIED);
    await all.owner.query(clock('objection.decide'));
    const meets = (name: 'sanctions' | 'public-credit') =>
      all.as(name, 'designate', {}, async (client) => {
        const met = await client.query(`update control.clock set met_on = '2026-11-21' where reference = $1`, [SOME]);
        return met.rowCount;
      });
    expect([await meets('sanctions'), await meets('public-credit')]).toEqual([0, 1]);
    await all.owner.query('delete from control.clock where reference = $1', [SOME]);
  });

  it('A39.1 a gateway deletes evidence that nothing uses, and none of a case that is open', async () => {
    const files = [
      [SOME, null, null],
      [OTHER, SOME, null],
      [THIRD, SOME, '2020-01-01'],
    ] as const;
    for (const [id, usedBy, closedOn] of files) {
      await all.owner.query(
        `insert into rights.evidence (id, unit, kind, bytes, uploaded_at, used_by, used_for, closed_on) values ($1, 'HLJ-AMR', 'PDF', 1, '2020-01-01', $2, $3, $4)`,
        [id, usedBy, usedBy === null ? null : 'OBJECTION', closedOn],
      );
      await all.owner.query(
        `insert into rights.evidence_part (id, part, sealed, key_id) values ($1, 0, '\\x00', 'none')`,
        [id],
      );
    }
    await all.as('gateway', 'due', {}, async (client) => {
      // Parts of what is kept stay.
      expect((await client.query('delete from rights.evidence_part')).rowCount).toBe(0);
      await client.query('delete from rights.evidence');
      expect((await client.query('select id from rights.evidence')).rows).toEqual([{ id: OTHER }]);
      await client.query('delete from rights.evidence_part');
      expect((await client.query('select id from rights.evidence_part')).rows).toEqual([{ id: OTHER }]);
    });
    await all.owner.query('delete from rights.evidence_part');
    await all.owner.query('delete from rights.evidence');
  });

  it('A17.1 A35.1 a subgraph that shows again what was disclosed reads the entry that is opened, and lists none; the catalog lists them', async () => {
    const entry = await one<{ id: string; subject: string }>(
      `select id, subject_id as subject from ledger.disclosure where unit = 'BANK-A' and subject_id is not null limit 1`,
    );
    const { count } = await one<{ count: number }>('select count(*)::int as count from ledger.disclosure');
    expect(count).toBeGreaterThan(0);
    const seen = (
      name: (typeof NAMES)[number],
      role: 'operator' | 'authority' | 'subject',
      more: Record<string, string> = {},
    ) =>
      all.as(
        name,
        role,
        { 'credit.role': role.toUpperCase(), 'credit.subject': entry.subject, ...more },
        async (client) => {
          const { rows } = await client.query('select id from ledger.disclosure');
          return rows.length;
        },
      );
    for (const name of ['public-credit', 'non-public-credit', 'sanctions'] as const) {
      for (const role of ['operator', 'authority', 'subject'] as const) {
        expect(await seen(name, role), `${name} ${role}`).toBe(0);
        expect(await seen(name, role, { 'credit.disclosure': entry.id }), `${name} ${role}`).toBe(1);
      }
      // It is about somebody else.
      expect(await seen(name, 'subject', { 'credit.disclosure': entry.id, 'credit.subject': OTHER })).toBe(0);
    }
    expect(await seen('catalog', 'operator')).toBe(count);
    expect(await seen('catalog', 'subject')).toBeGreaterThan(0);
    await expect(seen('gateway', 'operator')).rejects.toMatchObject({ code: DENIED });
    // Through the door the whole is shown as before: who looked, and what was shown then.
    const shown = `{ me { disclosures(first: 20) { nodes { id recipient { code } shownRecords { version } } } } }`;
    const { data, errors } = await world.ask(subject(MEI), shown);
    expect(errors).toBeUndefined();
    const nodes = data.me.disclosures.nodes as {
      id: string;
      recipient: { code: string } | null;
      shownRecords: unknown[];
    }[];
    expect(nodes.find(({ recipient }) => recipient?.code === 'BANK-A')?.shownRecords.length).toBeGreaterThan(0);
  });

  it('A17.1 over the wire each is served as before: the operator and the authority too', async () => {
    for (const holder of [OPERATOR, AUTHORITY]) {
      const { errors } = await world.ask(
        holder,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }',
        { id: COMPANY },
      );
      expect(errors).toBeUndefined();
    }
  });
});
