/**
 * Every hot statement finds its part, or finds its rows in each part by a key: no plan over records in parts reads a part whole. Plans are those that run, made once for all
 * values (generic), over a filled database. A proof, for it fills one.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import {
  BANK_A,
  COMPANY,
  databases,
  type Headers,
  type Holder,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { MATTER_CHECK, MY_RECORD, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../../stories/operations.ts';
import { DESK_CASE, LOAN, NEW, penalty, submit } from '../../stories/withheld.ts';
import { type Reading, readBy, watch } from './readings.ts';
import { filling } from './writers.ts';

const ROWS = 160_000;

describe.runIf(databases().includes('postgresql'))('records in parts', () => {
  let world: World;
  let owner: pg.Client;
  const readings: Reading[] = [];
  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query(filling(1, ROWS));
    await owner.query('analyze');
    watch(world, /^record_[0-7]$/, readings);
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const readOf = async (holder: Holder | null, query: string, variables: object, headers: Headers) => {
    readings.length = 0;
    const answer = await world.ask(holder, query, { ...variables }, headers);
    expect(answer.errors).toBeUndefined();
    return { answer, read: [...readings] };
  };
  const OWN_ENTRIES = '{ me { disclosures(first: 5) { nodes { id seen } } } }';

  it.each<[string, Holder | null, string, object, Headers]>([
    ['a look-up', null, PUBLIC_LOOKUP, { id: COMPANY, first: 5 }, {}],
    ['a check by a bank', BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN],
    ['a batch', BANK_A, PARTY_BATCH, { ids: [COMPANY, LISTED, MEI, ...NEW] }, LOAN],
    ['a check by a desk', PERMIT_OFFICE, MATTER_CHECK, { id: COMPANY, matter: 'SPECIAL-OPERATION-PERMIT' }, DESK_CASE],
    ['one’s own record, with its history', subject(MEI), MY_RECORD, { first: 20 }, {}],
  ])(
    'A36.2 %s: every statement finds its part, and its rows in it by a key',
    async (_name, holder, query, variables, headers) => {
      const { read } = await readOf(holder, query, variables, headers);
      expect(read.length).toBeGreaterThan(0);
      // One part by the subject; in it by the subject or by the key of subject and item, which tells the time of nothing that is withheld.
      for (const { how, by, statement } of read)
        expect([statement, how, by]).toEqual([
          statement,
          'PRUNED',
          expect.stringMatching(/\b(?:subject_id|displayed_key)\b/),
        ]);
      // The keys of one subject lie beside each other, and each is looked for by itself.
      const keyed = read.flatMap(({ by }) => (by.includes('displayed_key') ? [by] : []));
      expect(keyed.length > 0).toBe(query !== MY_RECORD);
      for (const by of keyed) expect(by).toMatch(/subject_id = .+ AND \(displayed_key = (?!ANY)/);
    },
  );

  it('A36.2 a page behind a cursor, and the entries of a subject with what they showed', async () => {
    const { answer } = await readOf(null, PUBLIC_LOOKUP, { id: COMPANY, first: 2 }, {});
    const after = answer.data.subject.records.pageInfo.endCursor;
    const next = await readOf(null, PUBLIC_LOOKUP, { id: COMPANY, first: 2, after }, {});
    expect(next.read.filter(({ how }) => how === 'WHOLE')).toEqual([]);
    expect(next.read.map(({ statement }) => statement)).toContain('records-next');
    const own = await readOf(subject(COMPANY), OWN_ENTRIES, {}, {});
    expect(own.answer.data.me.disclosures.nodes.length).toBeGreaterThan(0);
    const shown = await readOf(
      subject(COMPANY),
      'query ($id: ID!) { disclosure(id: $id) { shownRecords { recordId version content } } }',
      { id: own.answer.data.me.disclosures.nodes.find(({ seen }: { seen: string }) => seen !== 'NONE').id },
      {},
    );
    expect(shown.answer.data.disclosure.shownRecords.length).toBeGreaterThan(0);
    expect(shown.read.map(({ how }) => how)).toContain('PRUNED');
    for (const { read } of [own, shown]) expect(read.filter(({ how }) => how === 'WHOLE')).toEqual([]);
  });

  it('A36.2 A37.1 A17.1 a delivery, a report, the sequencer and the jobs read no part whole either: what triggers and functions read is counted', async () => {
    const scans = async (): Promise<number> =>
      (await readBy(owner, 'public_credit', '^record_[0-7]$')).reduce((sum, { whole }) => sum + whole, 0);
    const before = await scans();
    // The count counts: a part that is read whole is seen.
    await owner.query('select count(*) from public_credit.record_0 where content is not null');
    expect(await scans()).toBe(before + 1);
    await submit(world, 'PENALTY-GENERAL', penalty(NEW[0] as (typeof NEW)[number], 31), MARKET_REGULATION);
    await submit(
      world,
      'PENALTY-GENERAL',
      penalty(NEW[0] as (typeof NEW)[number], 31, { occurredOn: '2026-11-17' }),
      MARKET_REGULATION,
    );
    expect((await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    await world.publish();
    const own = await world.ask(subject(COMPANY), OWN_ENTRIES);
    expect(own.errors).toBeUndefined();
    const token = await world.token(subject(COMPANY));
    const report = await fetch(`${world.server.url}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{}',
    });
    expect(report.status).toBe(201);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.expired).toBeGreaterThanOrEqual(0);
    expect(await scans()).toBe(before + 1);
  });
});
