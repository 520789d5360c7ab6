/**
 * Every hot statement about disclosures finds the part in which an entry lies, or its rows in each part by a key; an answer locks one part. Over a ledger with entries in
 * every part, most of them with ids that carry their time, and some of earlier releases. A proof, for it fills one.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleNames } from '../../../subgraphs/database/roles.ts';
import { entryId } from '../../../subgraphs/ledger/entry-id.ts';
import { BANK_A, COMPANY, databases, NO_JOBS, OPERATOR, openWorld, subject, type World } from '../../kit.ts';
import { PARTY_CHECK } from '../../stories/operations.ts';
import { LOAN } from '../../stories/withheld.ts';
import { fillingEntries } from './entries.ts';
import { done, type Touched } from './in-transaction.ts';
import { type Reading, readBy, watch } from './readings.ts';

const ROWS = 120_000;
const PARTS = '^disclosure_(earlier|later|20[0-9]{2})$';
const PART = new RegExp(PARTS);
const YEARS = 12;
const NOW = new Date('2026-11-20T02:00:00Z');

describe.runIf(databases().includes('postgresql'))('disclosures in parts', () => {
  let world: World;
  let owner: pg.Client;
  let roles: ReturnType<typeof roleNames>;
  const readings: Reading[] = [];
  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    roles = roleNames((await owner.query('select current_database() as name')).rows[0].name);
    await owner.query(fillingEntries(1, ROWS));
    // Places in the tree of what was filled in: far behind those of the sample.
    await owner.query(
      `insert into ledger.leaf (leaf_index, entry_id) select 1000000 + row_number() over (), id from ledger.disclosure where items = '{PENALTY-SERIOUS}'`,
    );
    await owner.query('analyze');
    watch(world, PART, readings);
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const read = async (...asked: Parameters<World['ask']>) => {
    readings.length = 0;
    const answer = await world.ask(...asked);
    expect(answer.errors).toBeUndefined();
    return { answer, read: [...readings] };
  };

  const under = (role: keyof typeof roles, ...statements: readonly (readonly [string, ...unknown[]])[]) =>
    done(owner, roles[role], PARTS, statements);

  const REQUEST = '00000000-0000-4000-8000-0000000000aa';
  const refusal = (id: string) => ({
    id,
    subject: null,
    at: NOW.toISOString(),
    request: REQUEST,
    role: 'PARTY',
    unit: 'BANK-A',
    purpose: null,
    case: null,
    channel: 'WEB',
    seen: 'NONE',
    items: [] as string[],
    records: [],
    bases: [],
    reason: 'NO_AGREEMENT',
    salt: 'aa',
    commitment: 'bb',
    mandate: null,
    agent: null,
  });
  const record = (entries: readonly object[]) => ['select ledger.record($1::jsonb)', JSON.stringify(entries)] as const;
  const part = (seen: number, entries: readonly object[]) =>
    [
      `select ledger.record_part('${REQUEST}', 'the bank', ${seen}, '{}', 60000, $1::jsonb)`,
      JSON.stringify(entries),
    ] as const;
  const written = (touched: readonly Touched[]) => touched.map(({ part: name, written: rows }) => [name, rows]);

  it('A17.1 an answer is written into the part of its year, and locks that one; an id without a time has its place too', async () => {
    const did = await under('ledger', record([refusal(entryId(NOW)), refusal(entryId(NOW))]));
    expect(written(did.touched)).toEqual([['disclosure_2026', 2]]);
    expect(did.locked).toEqual(['disclosure', 'disclosure_2026']);
    const old = await under('ledger', record([refusal('f47ac10b-58cc-4372-a567-0e02b2c3d479')]));
    expect(written(old.touched)).toEqual([['disclosure_later', 1]]);
    const later = await under('ledger', record([refusal(entryId(new Date('2027-01-01T00:00:00+08:00')))]));
    expect(later.locked).toEqual(['disclosure', 'disclosure_2027']);
  });

  it('A17.1 a question in parts: its entries grow, and its refusals are taken back, in the part of their year', async () => {
    const [shown, refused] = [entryId(NOW), entryId(NOW)];
    const first = { ...refusal(shown), seen: 'DESENSITIZED', items: ['PENALTY-SERIOUS'], reason: null };
    const grown = { ...first, items: ['PENALTY-SERIOUS', 'PERMIT'] };
    const did = await under('ledger', part(0, [first, refusal(refused)]), part(1, [grown]));
    expect(written(did.touched)).toEqual([['disclosure_2026', 4]]);
    expect(did.locked).toEqual(['disclosure', 'disclosure_2026']);
    expect(did.touched.map(({ whole }) => whole)).toEqual([0]);
  });

  it('A17.1 an erasure finds its entry in one part', async () => {
    const { rows } = await owner.query(`select id from ledger.disclosure_2029 where items <> '{}' limit 1`);
    const did = await under('control', [
      `update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}', records = '[]', bases = '[]',
         salt = null, erased_at = now(), erasure_reason = 'x' where id = $1`,
      rows[0].id,
    ]);
    expect(written(did.touched)).toEqual([['disclosure_2029', 1]]);
    expect(did.locked).toEqual(['disclosure', 'disclosure_2029']);
  });

  it('A17.1 the figures that are read every ten seconds, and the job that follows the tree, look entries up by id', async () => {
    await owner.query(
      `insert into ledger.pending (entry_id) select id from (select id from ledger.disclosure_2027 limit 2000) a union all
         select id from (select id from ledger.disclosure_later limit 2000) b; analyze ledger.pending`,
    );
    const figures = await under('metrics', [
      `select figure, value from control.operating_figures(1) where figure like 'LEDGER_PENDING%' order by 1`,
    ]);
    expect(figures.rows).toEqual([
      { figure: 'LEDGER_PENDING', value: 4_000 },
      { figure: 'LEDGER_PENDING_SINCE', value: expect.any(Number) },
    ]);
    expect(figures.touched.map(({ part: name, whole }) => [name, whole])).toEqual([
      ['disclosure_2027', 0],
      ['disclosure_later', 0],
    ]);
    await owner.query('delete from ledger.pending');
    const told = await under(
      'due',
      ['select rights.tell_uses(20) as looked'],
      ['select rights.tell_uses(20) as looked'],
    );
    expect(told.rows).toEqual([{ looked: 20 }]);
    expect(told.touched.filter(({ whole }) => whole > 0)).toEqual([]);
  });

  it('A39.1 recipients of what changed are found by the subject in each part, however many records change', async () => {
    const events = Array.from({ length: 2_000 }, (_, n) => ({ n: n + 1, kind: 'WITHDRAWN', version: 1 }));
    const did = await under(
      'notifier',
      [
        `select ledger.tell_each((select jsonb_agg(jsonb_build_object('kind', 'WITHDRAWN', 'subject_id', md5('subject' || n / 5)::uuid, 'item', 'PENALTY-SERIOUS',
           'record_id', md5('record' || n)::uuid, 'version', 1)) from generate_series(1, $1::int) n))`,
        events.length,
      ],
      ['select count(*)::int as told from ledger.change where version = 1 and item = $1', 'PENALTY-SERIOUS'],
    );
    // Each record was shown to one bank.
    expect(did.rows).toEqual([{ told: 2_000 }]);
    expect(did.touched.filter(({ whole }) => whole > 0)).toEqual([]);
    expect(did.touched).toHaveLength(YEARS);
  });

  it('A35.1 A17.1 what a subject reads of who looked, and each entry with its proof, by a key in each part', async () => {
    await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN);
    await world.publish();
    const list = await read(
      subject(COMPANY),
      '{ me { disclosures(first: 100) { totalCount nodes { id proof { leafIndex } } } } }',
    );
    expect(list.answer.data.me.disclosures.nodes.length).toBeGreaterThan(0);
    expect(new Set(list.read.map(({ how, statement }) => `${statement} ${how}`))).toEqual(
      new Set(['disclosures KEY', 'disclosures PRUNED']),
    );
    const [{ id }] = list.answer.data.me.disclosures.nodes;
    const one = await read(
      subject(COMPANY),
      'query ($id: ID!) { disclosure(id: $id) { at shownRecords { version } } }',
      {
        id,
      },
    );
    expect(one.read.map(({ how, by }) => [how, by])).toEqual(
      one.read.map(() => ['PRUNED', expect.stringMatching(/\bid = /)]),
    );
    expect(one.read.length).toBeGreaterThan(0);
    const all = await read(OPERATOR, '{ disclosures(first: 20) { nodes { id at } } }');
    expect(all.read.filter(({ how }) => how === 'WHOLE')).toEqual([]);
    expect(all.read.map(({ statement }) => statement).join()).toContain('ledger-entries');
  });

  it('A17.1 the sequencer, whatever waits, reads no part whole', async () => {
    await owner.query(
      `insert into ledger.pending (entry_id) select d.id from ledger.disclosure d where d.items = '{PENALTY-SERIOUS}' and d.at < '2026-11-01' order by d.subject_id limit 20;
       delete from ledger.leaf l using ledger.pending p where l.entry_id = p.entry_id; analyze ledger.pending`,
    );
    const before = await readBy(owner, 'ledger', PARTS);
    expect((await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    await world.publish();
    expect((await owner.query('select count(*)::int as left from ledger.pending')).rows).toEqual([{ left: 0 }]);
    const after = await readBy(owner, 'ledger', PARTS);
    expect(after.map(({ part: name, whole }) => [name, whole])).toEqual(
      before.map(({ part: name, whole }) => [name, whole]),
    );
    expect(after.filter(({ key }, place) => key > (before[place]?.key ?? 0)).map(({ part: name }) => name)).toEqual(
      expect.arrayContaining(['disclosure_2026', 'disclosure_earlier', 'disclosure_later']),
    );
    // The count counts: a part that is read whole is seen.
    await owner.query(`select count(*) from ledger.disclosure_2030 where channel = 'x'`);
    expect((await readBy(owner, 'ledger', PARTS)).reduce((sum, { whole }) => sum + whole, 0)).toBe(
      after.reduce((sum, { whole }) => sum + whole, 0) + 1,
    );
  });

  it('A35.1 a look by subject reads a page or two of each part more than of one table', async () => {
    await owner.query('create table public.one (like ledger.disclosure including all)');
    await owner.query('insert into public.one select * from ledger.disclosure; analyze public.one');
    const buffers = async (table: string): Promise<number> => {
      const text = `explain (analyze, buffers, format json) select id, at from ${table} where subject_id = md5('subject77')::uuid order by at desc limit 20`;
      // Of the first, what the session did not know yet is read too.
      await owner.query(text);
      const [row] = (await owner.query(text)).rows;
      const plan = row['QUERY PLAN'][0].Plan;
      expect(JSON.stringify(plan)).not.toContain('Seq Scan');
      return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    };
    const [one, parts] = [await buffers('public.one'), await buffers('ledger.disclosure')];
    await owner.query('drop table public.one');
    expect(one).toBeGreaterThan(0);
    expect(parts).toBeGreaterThan(one);
    // A way down an index of three levels at most.
    expect(parts).toBeLessThanOrEqual(one + 3 * YEARS);
    expect(parts / one).toBeLessThan(YEARS);
  });
});
