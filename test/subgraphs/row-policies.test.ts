/** The third wall by itself: what the database lets each role read and write, with no condition of ours. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
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
import { shown } from '../stories/operations.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '1' };
const SUBJECTS = [MEI, HIDDEN, COMPANY, SOLE_TRADER, LISTED];

onEachDatabase('with the scope down', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const ids = (): string[] => SUBJECTS.map((one) => world.server.platform.secrets.subjectId(one.type, one.value));
  const session = (role: Caller['role'], change: Partial<Session> = {}): Session => ({
    role,
    unit: null,
    purpose: null,
    caseReference: null,
    subjectId: null,
    today: TODAY,
    ...change,
  });

  /** Every row that a session can read of the subjects, with no condition of ours. */
  async function bare(of: Session, table: string): Promise<string[]> {
    const reading = await world.server.platform.database.read(of);
    try {
      const current = table.endsWith('record') ? 'and current' : '';
      const rows = await reading.query<{ row: string }>(
        {
          name: `bare-${table}`,
          text: `select subject_id || ' ' || item as row from ${table} where subject_id = any ($1::uuid[]) ${current} order by 1`,
        },
        [ids()],
      );
      return rows.map(({ row }) => row);
    } finally {
      await reading.close();
    }
  }

  /** The same, as the answers show it. */
  async function answered(holder: Holder | null, headers: Headers): Promise<string[]> {
    const found: string[] = [];
    for (const [index, id] of SUBJECTS.entries()) {
      const answer = await world.ask(
        holder,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { item { code } } } } }',
        { id },
        headers,
      );
      found.push(...shown(answer).map((item) => `${ids()[index]} ${item}`));
    }
    return found.sort();
  }

  it('A23.5 row policies alone read the very rows that the answers show', async () => {
    const mei = ids()[0] ?? '';
    const cases: readonly (readonly [Session, Holder | null, Headers])[] = [
      [session('PUBLIC'), null, {}],
      [session('PARTY', { unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' }), BANK_A, LOAN],
      [session('PARTY', { unit: 'BANK-B', purpose: 'LOAN_ORIGINATION' }), BANK_B, LOAN],
      [session('PARTY', { unit: 'BANK-A' }), BANK_A, {}],
      [
        session('DEPARTMENT', {
          unit: 'HRB-PERMIT',
          purpose: 'PERMIT',
          matter: 'SPECIAL-OPERATION-PERMIT',
          caseReference: '1',
        }),
        PERMIT_OFFICE,
        CASE,
      ],
      [session('DEPARTMENT', { unit: 'HRB-PERMIT', purpose: 'PERMIT' }), PERMIT_OFFICE, { purpose: 'PERMIT' }],
      [session('SUBJECT', { subjectId: mei }), subject(MEI), {}],
    ];
    let rows = 0;
    for (const [of, holder, headers] of cases) {
      const read = await bare(of, 'public_credit.record');
      expect(read).toEqual(await answered(holder, headers));
      rows += read.length;
    }
    expect(rows).toBeGreaterThan(60);
  });

  it('a role without a table cannot read it, and a session that says nothing reads nothing of persons', async () => {
    for (const [role, table] of [
      ['PUBLIC', 'non_public_credit.record'],
      ['DEPARTMENT', 'non_public_credit.record'],
      ['ANALYST', 'public_credit.record'],
      ['ANALYST', 'sanctions.designation'],
    ] as const)
      await expect(bare(session(role), table)).rejects.toThrow(/permission denied/);
    for (const table of [
      'public_credit.statement_whole',
      'public_credit.record_whole',
      'ledger.disclosure',
      'control.agreement',
      'sanctions.decision',
    ]) {
      const reading = await world.server.platform.database.read(session('PUBLIC'));
      await expect(reading.query({ name: `deny-${table}`, text: `select 1 from ${table}` }, [])).rejects.toThrow(
        /permission denied/,
      );
      await reading.close();
    }
    expect(await bare(session('SUBJECT'), 'non_public_credit.record')).toEqual([]);
  });

  it('A36.2 what is stored of a version cannot be changed or removed by any role that writes', async () => {
    const write = (role: DatabaseRole, statement: string) =>
      world.server.platform.database.write(session('PROVIDER', { unit: 'HLJ-AMR' }), role, (em) =>
        em.execute(statement),
      );
    await expect(write('intake', `update public_credit.record set content = '{}'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(write('intake', 'delete from public_credit.record')).rejects.toThrow(/permission denied/);
    await expect(write('intake', `update public_credit.record_whole set key_id = 'x'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(write('control', `update control.item set openness = 'UNCONDITIONAL'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(write('ledger', 'delete from ledger.disclosure')).rejects.toThrow(/permission denied/);
    await expect(write('ledger', `update ledger.disclosure set seen = 'x'`)).rejects.toThrow(/permission denied/);
    // What may change is what becomes of the display, and only of the unit's own records.
    const changed = await world.server.platform.database.write(
      session('PROVIDER', { unit: 'HLJ-FUND' }),
      'intake',
      (em) => em.execute(`update public_credit.record set display = display returning providing_unit`),
    );
    expect(new Set((changed as { providing_unit: string }[]).map((row) => row.providing_unit))).toEqual(
      new Set(['HLJ-FUND']),
    );
  });
});
