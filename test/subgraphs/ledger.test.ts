import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  MEI,
  NOT_HELD,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { storedId } from '../own-ids.ts';
import { sessionOf } from './walls-questions.ts';

const SEEN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records(first: 200) { totalCount nodes { id version item { code } } } } }`;
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const HELD = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id } }';
const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };

interface Entry {
  readonly role: string;
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly case: string | null;
  readonly channel: string;
  readonly seen: string;
  readonly items: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
}

onEachDatabase('the disclosure ledger', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** What the ledger says about a subject, as that subject may read it. */
  const entries = async (id: typeof MEI | typeof COMPANY): Promise<Entry[]> =>
    world.server.platform.database.write(
      sessionOf(world, { holder: subject(id), headers: {} }),
      'subject',
      async (em) => {
        const { rows } =
          await sql<Entry>`select role, unit, purpose, case_reference as case, channel, seen, items, records
        from ledger.disclosure`.execute(em.getKysely());
        return rows;
      },
    );
  /** The entries that a question adds about 张小梅. */
  const added = async (holder: Holder | null, query: string, headers: Headers = {}, id = MEI): Promise<Entry[]> => {
    const before = await entries(MEI);
    await world.ask(holder, query, { id }, headers);
    const after = await entries(MEI);
    const known = new Set(before.map((entry) => JSON.stringify(entry)));
    expect(after.length - before.length).toBeLessThanOrEqual(1);
    return after.length === before.length ? [] : after.filter((entry) => !known.has(JSON.stringify(entry)));
  };

  it('A17.1 A35.1 each answer to somebody identified is in it: who, when, which items and records, on what occasion', async () => {
    const { data } = await world.ask(BANK_A, SEEN, { id: MEI }, LOAN);
    const nodes: { id: string; version: number; item: { code: string } }[] = data.subject.records.nodes;
    const [bank, ...others] = (await entries(MEI)).filter((entry) => entry.role === 'PARTY');
    expect(others).toEqual([]);
    expect(bank).toMatchObject({
      unit: 'BANK-A',
      purpose: 'LOAN_ORIGINATION',
      case: null,
      channel: 'WEB',
      seen: 'DESENSITIZED',
      items: ['ARREARS-FUND', 'COMMENDATION-GOV', 'PENALTY-GENERAL', 'PLEDGE-VOLUNTARY', 'UTILITY-HEAT'],
    });
    const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
    expect(bank?.records.toSorted(byId)).toEqual(
      nodes.map(({ id, version }) => ({ id: storedId(world, BANK_A, id), version })).sort(byId),
    );
  });

  it('A17.1 A22.1 a department’s case stands in it, and that it saw her whole', async () => {
    const headers = {
      purpose: 'PERMIT',
      matter: 'SPECIAL-OPERATION-PERMIT',
      case: '哈审批受〔2026〕88号',
      channel: 'WINDOW',
    };
    expect(await added(PERMIT_OFFICE, SEEN, headers)).toMatchObject([
      { role: 'DEPARTMENT', unit: 'HRB-PERMIT', case: '哈审批受〔2026〕88号', channel: 'WINDOW', seen: 'WHOLE' },
    ]);
  });

  it('A17.1 being told that she is held is a disclosure, her own inquiry is one, an anonymous one is not', async () => {
    // The name under the record that says it; that she is held, under the item of the record that tells it.
    const [named] = await added(BANK_A, NAME, LOAN);
    expect(named).toMatchObject({ unit: 'BANK-A', items: [expect.any(String)], records: [{ id: expect.any(String) }] });
    expect(await added(BANK_A, HELD, LOAN)).toMatchObject([{ unit: 'BANK-A', items: named?.items, records: [] }]);
    expect(await added(subject(MEI), SEEN)).toMatchObject([{ role: 'SUBJECT', seen: 'WHOLE' }]);
    expect(await added(null, SEEN)).toEqual([]);
    expect(await added(PERMIT_OFFICE, SEEN, { purpose: 'PERMIT' })).toEqual([]);
    expect(await added(BANK_A, SEEN, LOAN, NOT_HELD)).toEqual([]);
  });

  it('A24.1 the channel is recorded, each of the four', async () => {
    for (const channel of ['WEB', 'WINDOW', 'MOBILE', 'TERMINAL']) {
      const before = (await entries(COMPANY)).filter((entry) => entry.channel === channel).length;
      await world.ask(BANK_A, NAME, { id: COMPANY }, { ...LOAN, channel });
      expect((await entries(COMPANY)).filter((entry) => entry.channel === channel)).toHaveLength(before + 1);
    }
  });

  it('A17.1 a batch leaves one entry for each subject that was shown', async () => {
    const query =
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name records { totalCount } } }';
    const count = async () => [(await entries(MEI)).length, (await entries(COMPANY)).length];
    const before = await count();
    await world.ask(BANK_A, query, { ids: [MEI, NOT_HELD, COMPANY, MEI] }, LOAN);
    expect(await count()).toEqual(before.map((number) => number + 1));
  });

  it('A24.2 her own inquiries are unlimited: fifty in a row, each answered and each recorded', async () => {
    const before = (await entries(MEI)).length;
    for (let asked = 0; asked < 50; asked += 1)
      expect(await world.ask(subject(MEI), NAME, { id: MEI })).toEqual({
        status: 200,
        data: { subject: { name: '张小梅' } },
      });
    expect(await entries(MEI)).toHaveLength(before + 50);
  });

  // The embedded database gives its owner to nobody once it is open.
  if (kind === 'postgresql')
    it('A17.1 when it cannot be written nothing is disclosed, and the reason says so', async () => {
      const asOwner = async (statement: string): Promise<void> => {
        const owner = new pg.Client({ connectionString: world.ownerUrl });
        await owner.connect();
        await owner.query(statement);
        await owner.end();
      };
      const writer = world.server.platform.database.roleName('ledger');
      await asOwner(`revoke insert on ledger.disclosure from "${writer}"`);
      try {
        for (const holder of [BANK_A, subject(MEI)]) {
          const answer = await world.ask(holder, SEEN, { id: MEI }, LOAN);
          expect(answer.data).toBeNull();
          expect(answer.errors?.map(({ extensions }) => extensions)).toMatchObject([
            { code: 'FORBIDDEN', reason: 'LEDGER_UNAVAILABLE', article: '17' },
          ]);
          expect(JSON.stringify(answer)).not.toContain('张');
        }
        // Nobody is named by an anonymous inquiry, and nothing is shown of one who is not held.
        expect((await world.ask(null, NAME, { id: MEI })).data).toEqual({ subject: { name: '张**' } });
        expect(await world.ask(BANK_A, NAME, { id: NOT_HELD }, LOAN)).toEqual({ status: 200, data: { subject: null } });
      } finally {
        await asOwner(`grant insert on ledger.disclosure to "${writer}"`);
      }
      expect((await world.ask(BANK_A, NAME, { id: MEI }, LOAN)).data).toEqual({ subject: { name: '张**' } });
    });
});
