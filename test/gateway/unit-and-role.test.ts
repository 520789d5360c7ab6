/**
 * The door holds role and unit against each other: who is not registered, has ended, or is not of the role is answered nothing (cases 83 to 86 of
 * tokens; case 92). What a bureau is, its units say; the expected kinds are written here from the Regulations.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsFit } from '../../schema/law/asking/unit-roles.ts';
import type { Role } from '../../schema/law/facts.ts';
import { UNIT_KINDS } from '../../schema/law/facts.ts';
import { COMPANY, type Holder, MEI, NO_JOBS, onDatabaseOfStep, openWorld, subject, type World } from '../kit.ts';

/** Units of the sample by what the Regulations have them do (Articles 2, 16, 22, 23). */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  // Market regulation provides its penalties, decides permits, and designates.
  'HLJ-AMR': ['provider', 'department'],
  // A court provides its judgments and designates defaulters.
  'HLJ-COURT': ['provider', 'department'],
  'HLJ-WATER': ['provider'],
  'HRB-PERMIT': ['department', 'provider'],
  'HLJ-FINANCE': ['department'],
  'BANK-A': ['party'],
  'COLLECTOR-B': ['collector'],
  // The work body runs the platform, its analysts count, and it provides its assessments.
  'HLJ-CREDIT': ['operator', 'analyst', 'provider'],
  'HLJ-BIZENV': ['authority'],
};
const ROLES = ['party', 'department', 'provider', 'collector', 'operator', 'analyst', 'authority'];

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const NOTHING = '{ __typename }';
const UNIT_OF = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 1, items: ["REG-ENTERPRISE"]) {
  nodes { providingUnit { code kind kinds endedOn } } } } }`;

onDatabaseOfStep('role and unit', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const keep = (statement: string) =>
    world.server.requestAs({ role: 'AUTHORITY' }).write('control', (em) => sql.raw(statement).execute(em.getKysely()));
  const refusal = async (holder: Holder, query = NAME) => {
    const { status, data, errors } = await world.ask(holder, query, { id: COMPANY });
    return status === 200
      ? 'in'
      : `${status} ${data === undefined} ${errors?.[0]?.extensions.code} ${errors?.[0]?.extensions.reason}`;
  };
  const closed = (reason: string): string => `401 true UNAUTHENTICATED ${reason}`;

  it('A22.1 A23.5 every role of every kind of unit: in where the unit is of its kind, else 401 with what to do', async () => {
    for (const [unit, of] of Object.entries(UNITS))
      for (const role of ROLES)
        expect(await refusal({ role, unit }), `${role} of ${unit}`).toBe(
          of.includes(role) ? 'in' : closed('ROLE_NOT_OF_UNIT'),
        );
    const { errors } = await world.ask({ role: 'department', unit: 'BANK-A' }, NAME, { id: COMPANY });
    expect(errors?.[0]?.message).toBe(
      'The unit BANK-A is registered as PARTY; the role department comes from a unit of kind DEPARTMENT.',
    );
    expect(errors?.[0]?.extensions.help).toMatch(/token of role party/);
  });

  it('A17.1 a unit that nobody registered is let in nowhere, and 401 says how to authenticate', async () => {
    for (const query of [NAME, NOTHING, '{ broken', '{ noSuchField }'])
      expect(await refusal({ role: 'party', unit: 'NOPE' }, query), query).toBe(closed('UNIT_UNKNOWN'));
    const authorization = `Bearer ${await world.token({ role: 'operator', unit: 'NOPE' })}`;
    for (const [path, method] of [
      ['/graphql', 'POST'],
      ['/reports', 'POST'],
      ['/reports/0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0001', 'GET'],
      ['/verify/0b1cf5d4-9d7c-4b43-8d0e-3d7a3a9f0001', 'GET'],
    ] as const) {
      const response = await fetch(world.server.url + path, { method, headers: { authorization } });
      expect(response.status, path).toBe(401);
      expect(response.headers.get('www-authenticate'), path).toMatch(/^Bearer error="invalid_token"/);
      expect(await response.json(), path).toMatchObject({ errors: [{ extensions: { reason: 'UNIT_UNKNOWN' } }] });
    }
  });

  it('a subject and anybody need no unit, and a unit that is in costs no statement more', async () => {
    expect(await refusal(subject(MEI))).toBe('in');
    expect((await world.ask(null, NAME, { id: COMPANY })).status).toBe(200);
    const bank = { role: 'party', unit: 'BANK-A' };
    const cost = async (holder: Holder | null) => {
      await world.ask(holder, NAME, { id: COMPANY });
      const before = world.server.platform.database.roundTrips();
      await world.ask(holder, NAME, { id: COMPANY });
      return world.server.platform.database.roundTrips() - before;
    };
    const anyone = await cost(null);
    // The one more is the entry in the ledger, which names the bank.
    expect(await cost({ role: 'operator', unit: 'HLJ-CREDIT' })).toBeGreaterThanOrEqual(anyone);
    expect((await cost(bank)) - anyone).toBeLessThanOrEqual(kind === 'pglite' ? 2 : 2);
  });

  it('A23.2 a unit that ended is noticed at once, whatever was kept of it, and nothing is written for it', async () => {
    const agency = { role: 'party', unit: 'AGENCY-A' };
    expect(await refusal(agency)).toBe('in');
    await keep(`update control.unit set ended_on = '2026-11-21' where code = 'AGENCY-A'`);
    // It ends tomorrow.
    expect(await refusal(agency)).toBe('in');
    await keep(`update control.unit set ended_on = '2026-11-20' where code = 'AGENCY-A'`);
    for (const query of [NAME, NOTHING, '{ broken']) expect(await refusal(agency, query)).toBe(closed('UNIT_ENDED'));
    const { errors } = await world.ask(agency, NAME, { id: COMPANY });
    expect(errors?.[0]?.message).toBe('The unit AGENCY-A ended on 2026-11-20.');
    await keep(`update control.unit set ended_on = null where code = 'AGENCY-A'`);
    expect(await refusal(agency)).toBe('in');
  });

  it('A22.1 a kind that is taken away or given holds from the next request on', async () => {
    const court = { role: 'department', unit: 'HLJ-COURT' };
    expect(await refusal(court)).toBe('in');
    await keep(`update control.unit set kinds = '{PROVIDER}' where code = 'HLJ-COURT'`);
    expect(await refusal(court)).toBe(closed('ROLE_NOT_OF_UNIT'));
    await keep(`update control.unit set kinds = '{PROVIDER,DEPARTMENT}' where code = 'HLJ-COURT'`);
    expect(await refusal(court)).toBe('in');
  });

  it('a unit says its kinds, and its first is what it always was', async () => {
    const { data } = await world.ask(null, UNIT_OF, { id: COMPANY });
    expect(data.subject.records.nodes[0].providingUnit).toEqual({
      code: 'HLJ-AMR',
      kind: 'PROVIDER',
      kinds: ['PROVIDER', 'DEPARTMENT'],
      endedOn: null,
    });
  });

  it('A17.1 who keeps the platform is not whom it serves: the database takes no such unit, and the table says the same', async () => {
    const lists = UNIT_KINDS.flatMap((one) => [
      [one],
      ...UNIT_KINDS.filter((other) => other !== one).map((other) => [one, other]),
    ]);
    for (const kinds of lists) {
      const apart = (one: string): boolean => ['OPERATOR', 'AUTHORITY'].includes(one);
      const served = (one: string): boolean => ['PARTY', 'COLLECTOR'].includes(one);
      const lawful = !(kinds.some(apart) && kinds.some(served));
      const stored = await keep(
        `insert into control.unit (code, name, name_en, kind, kinds, level)
         values ('X-${kinds.join('-')}', '单位', 'Unit', '${kinds[0]}', '{${kinds.join(',')}}', 'CITY')`,
      ).then(
        () => true,
        () => false,
      );
      expect(stored, kinds.join(' ')).toBe(lawful);
      expect(kindsFit(kinds), kinds.join(' ')).toBe(lawful);
    }
    for (const kinds of ['{}', '{PROVIDER,KING}', '{DEPARTMENT,PROVIDER}'])
      await expect(
        keep(
          `insert into control.unit (code, name, name_en, kind, kinds, level) values ('Y', '单位', 'Unit', 'PROVIDER', '${kinds}', 'CITY')`,
        ),
      ).rejects.toThrow(/unit_kinds/);
  });

  it('A23.5 the database by itself opens nothing to a role that its unit does not carry, nor to a unit that ended', async () => {
    const open = async (role: Role, unit: string | null, purpose: string | null = null) => {
      const session = { role, unit, purpose, caseReference: '1', subjectId: null, today: '2026-11-20' };
      const reading = await world.server.platform.database.read(session);
      try {
        const [row] = await reading.query<{ open: number; agreed: number; duty: number }>(
          {
            name: 'walls-of-unit',
            text: `select cardinality(control.items_open()) as open, cardinality(control.items_agreed()) as agreed,
              cardinality(control.items_duty()) as duty`,
          },
          [],
        );
        return row;
      } finally {
        await reading.close();
      }
    };
    // An analyst is opened nothing by its role; a party and a department below.
    for (const role of ['PROVIDER', 'COLLECTOR', 'OPERATOR', 'AUTHORITY'] as const)
      for (const [unit, of] of Object.entries(UNITS))
        expect((await open(role, unit))?.open !== 0, `${role} of ${unit}`).toBe(of.includes(role.toLowerCase()));
    expect(await open('PARTY', 'BANK-A', 'LOAN_ORIGINATION')).toMatchObject({ agreed: 13 });
    const nothing = { open: 0, agreed: 0, duty: 0 };
    await keep(`insert into control.duty (id, department, matter, activity, items, identified, registered_at)
      values (gen_random_uuid(), 'BANK-A', 'X', 'ADMINISTRATIVE_MANAGEMENT', '{ARREARS-TAX}', true, now())`);
    expect(await open('DEPARTMENT', 'BANK-A', 'PERMIT')).toMatchObject(nothing);
    expect(await open('OPERATOR', 'BANK-A')).toMatchObject(nothing);
    expect(await open('PARTY', 'NOPE', 'LOAN_ORIGINATION')).toMatchObject(nothing);
    expect((await open('PROVIDER', 'HLJ-AMR'))?.open).toBeGreaterThan(10);
    await keep(`update control.unit set ended_on = '2026-11-20' where code = 'BANK-A'`);
    expect(await open('PARTY', 'BANK-A', 'LOAN_ORIGINATION')).toMatchObject(nothing);
    await keep(`update control.unit set ended_on = null where code = 'BANK-A'`);
  });

  it('adversarial 92: a role is matched in ASCII, small or capital, and in no letter that becomes one', async () => {
    const status = async (role: string) => (await world.ask({ role, unit: 'HLJ-CREDIT' }, NOTHING)).status;
    for (const role of ['operator', 'OPERATOR', 'Operator', 'analyst']) expect(await status(role), role).toBe(200);
    for (const role of ['analyſt', 'operator ', 'operatör', 'ｏperator', 'operator\u200b', '', 'public'])
      expect(await status(role), role).toBe(401);
    expect((await world.ask({ role: 'ſubject', subject: MEI }, NOTHING)).status).toBe(401);
    expect((await world.ask({ role: 'Subject', subject: MEI }, NOTHING)).status).toBe(200);
  });
});

describe('npm run token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-token-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (environment: NodeJS.ProcessEnv, ...args: string[]) => {
    try {
      const out = execFileSync(process.execPath, ['gateway/commands/token.ts', ...args], {
        env: { PATH: process.env.PATH, DATA_DIR: folder, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      return { status: 0, out, said: '' };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { status, out: stdout, said: stderr };
    }
  };

  it('prints none for a unit that no server would let in, and says which there are', () => {
    const { status, out, said } = run({}, '--role', 'party', '--unit', 'NOPE');
    expect([status, out]).toEqual([1, '']);
    expect(said).toMatch(/^There is no unit NOPE\. A token of role party may name:\n {2}AGENCY-A /);
    expect(said).toContain('\n  BANK-A ');
    expect(said).not.toContain('HLJ-AMR');
    expect(said.split('\n').length).toBeLessThan(18);
    expect(run({}, '--role', 'department', '--unit', 'BANK-A')).toMatchObject({ status: 1, out: '' });
    expect(run({}, '--role', 'analyst', '--unit', 'HLJ-CREDIT')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^ey/),
    });
  });

  it('cannot know the units of a database without its sample: it prints the token and warns', () => {
    expect(run({ SAMPLE: 'off' }, '--role', 'party', '--unit', 'MY-BANK')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^ey/),
    });
  });
});
