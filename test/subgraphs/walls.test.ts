/** Three walls, each enough: one is taken down, and the same questions are asked. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANALYST,
  type Answer,
  BANK_A,
  BANK_B,
  COMPANY,
  databases,
  type Headers,
  HIDDEN,
  type Holder,
  LISTED,
  MEI,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { MY_RECORD, named, PARTY_CHECK, PUBLIC_LOOKUP, shown } from '../stories/operations.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CASE = { purpose: 'PERMIT', case: '1' };
const SUBJECTS = [MEI, HIDDEN, COMPANY, SOLE_TRADER, LISTED];
const CALLERS: readonly (readonly [Holder | null, Headers])[] = [
  [null, {}],
  [BANK_A, LOAN],
  [BANK_B, LOAN],
  [PERMIT_OFFICE, CASE],
  [ANALYST, {}],
  [subject(MEI), {}],
];

/** What every caller is answered about every subject. */
async function everything(world: World): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [holder, headers] of CALLERS)
    for (const id of SUBJECTS)
      for (const query of [PUBLIC_LOOKUP, PARTY_CHECK])
        answers.push(await world.ask(holder, query, { id, first: 50 }, headers));
  answers.push(await world.ask(subject(MEI), MY_RECORD, { first: 50 }));
  return answers.map((answer) => named(answer) as Answer);
}

/** Whole values of people in the sample: nobody but themselves may read one. */
const SECRETS = [
  '239999199003070016',
  '张小梅',
  '13800138000',
  '花园街1号',
  '1990-03-07',
  '沈静',
  '刘晓北',
  '239999197806300576',
];

onEachDatabase('with the guard down', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { wallsDown: { shield: true } });
  });
  afterAll(() => world.close());

  it('A23.5 scope and row policies still give nobody a row or a value that is not theirs', async () => {
    for (const id of SUBJECTS) {
      const answer = await world.ask(
        null,
        `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name birthDate address phone identifier { value }
        records(first: 200) { totalCount nodes { item { code openness } ... on AdministrativePenalty { facts content legalRepresentative { name idNumber } } } }
        nonPublicRecords { totalCount nodes { content } } authorizations { id } designations { reasons } } }`,
        { id },
      );
      for (const secret of SECRETS) expect(JSON.stringify(answer.data)).not.toContain(secret);
      for (const node of answer.data?.subject?.records?.nodes ?? []) expect(node.item.openness).toBe('UNCONDITIONAL');
      expect(answer.data?.subject?.nonPublicRecords?.totalCount ?? 0).toBe(0);
      expect(answer.data?.subject?.authorizations ?? []).toEqual([]);
      for (const row of answer.data?.subject?.designations ?? []) expect(row.reasons).toBeNull();
    }
    expect((await world.ask(null, PUBLIC_LOOKUP, { id: HIDDEN, first: 5 })).data).toEqual({ subject: null });
    expect(shown(await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, { purpose: 'POST_LOAN_MONITORING' }))).not.toContain(
      'ARREARS-FUND',
    );
    expect(shown(await world.ask(BANK_A, PARTY_CHECK, { id: MEI }))).toEqual([]);
  });
});

describe.runIf(databases().includes('postgresql'))('with row policies down', () => {
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

  it('A23.5 scope and guard alone give the same answers to everybody', async () => {
    const before = await everything(world);
    const { rows } = await owner.query(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { name } of rows)
      await owner.query(
        `alter table ${name} disable row level security; alter table ${name} no force row level security`,
      );
    // They are really down: the role of the public now reads a record that is by agreement only.
    await owner.query('begin; set local role credit_public');
    expect(
      (await owner.query(`select from public_credit.record where item = 'ARREARS-FUND'`)).rowCount,
    ).toBeGreaterThan(0);
    await owner.query('rollback');
    expect(await everything(world)).toEqual(before);
    const readable = JSON.stringify(before.filter((_answer, index) => index < SUBJECTS.length * 2));
    for (const secret of SECRETS) expect(readable).not.toContain(secret);
  });

  it('A17.1 each disclosure to somebody named is on the ledger, none to the public, and without a ledger nothing is disclosed', async () => {
    const count = async (): Promise<number> =>
      Number((await owner.query('select count(*) from ledger.disclosure')).rows[0].count);
    const start = await count();
    await world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 5 });
    expect(await count()).toBe(start);
    world.setNow(`${TODAY}T10:05:00+08:00`);
    await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, { ...LOAN, channel: 'WINDOW' });
    const { rows } = await owner.query(
      'select role, unit, purpose, channel, seen, items, jsonb_array_length(records) as records from ledger.disclosure order by at desc, id limit 1',
    );
    expect(await count()).toBe(start + 1);
    // Five public and two non-public records; the channel is recorded (Article 24).
    expect(rows[0]).toEqual({
      role: 'PARTY',
      unit: 'BANK-A',
      purpose: 'LOAN_ORIGINATION',
      channel: 'WINDOW',
      seen: 'DESENSITIZED',
      records: 7,
      items: [
        'ARREARS-FUND',
        'COMMENDATION-GOV',
        'NP-LOAN',
        'NP-UTILITY-BILL',
        'PENALTY-GENERAL',
        'PLEDGE-VOLUNTARY',
        'UTILITY-HEAT',
      ],
    });
    await owner.query('revoke insert on ledger.disclosure from credit_ledger');
    const refused = await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, LOAN);
    expect(refused.data).toBeNull();
    expect(refused.errors?.map(({ extensions }) => [extensions.code, extensions.reason, extensions.article])).toEqual([
      ['FORBIDDEN', 'LEDGER_UNAVAILABLE', '17'],
    ]);
    // Nobody is named where the public asks, so the public is answered.
    expect((await world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 5 })).data.subject.name).toBe('张**');
    await owner.query('grant insert on ledger.disclosure to credit_ledger');
    expect((await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, LOAN)).data.subject.name).toBe('张**');
  });
});
