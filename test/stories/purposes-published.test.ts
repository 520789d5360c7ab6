/** Purposes are published, and published again: an edition is never changed, and one that nobody needs is none (Articles 7, 36 (1) and 52). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACTIVITIES } from '../../schema/law/facts.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';
import { PUBLISH_PURPOSE, PURPOSE } from './registering.ts';

const COUNT =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-TAX"]) { totalCount } } }';
const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { validUntil } }';
const LIST =
  '{ purposes { code name effectiveFrom publicationReference authorizationMaximumMonths caps { maximumMonths effectiveFrom } } }';

onEachDatabase('published purposes', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const publish = (change: object = {}) => world.ask(AUTHORITY, PUBLISH_PURPOSE, { input: { ...PURPOSE, ...change } });
  const listed = async (code: string) =>
    (await world.ask(null, LIST)).data.purposes.find((one: { code: string }) => one.code === code);
  const grant = (validUntil: string) =>
    world.ask(subject(MEI), GRANT, {
      input: { party: 'BANK-A', purposes: ['LEASING'], items: ['ARREARS-TAX'], validFrom: '2026-12-02', validUntil },
    });

  it('A07.1 A36.1 one that nobody could publish, or that nobody needs, is refused with its place', async () => {
    const bad: readonly (readonly [object, string])[] = [
      [{ code: 'leasing' }, 'BAD_USER_INPUT CODE '],
      [{ service: '租赁' }, 'BAD_USER_INPUT CODE '],
      [{ name: '' }, 'BAD_USER_INPUT NAME 21'],
      [{ article: '99' }, 'BAD_USER_INPUT ARTICLE 7'],
      [{ article: '第二十四条' }, 'BAD_USER_INPUT ARTICLE 7'],
      [{ publicationReference: ' ' }, 'BAD_USER_INPUT NOT_PUBLISHED 7'],
      // Anybody reads it: no number of a person, nothing that is not seen, and no text of a book's length.
      [{ publicationReference: '张三230103199003070016' }, 'BAD_USER_INPUT REFERENCE 23'],
      [{ publicationReference: '清单\u200b（2026）' }, 'BAD_USER_INPUT REFERENCE 7'],
      [{ publicationReference: '清'.repeat(501) }, 'BAD_USER_INPUT REFERENCE 7'],
      [{ publishedOn: '2026-11-21', effectiveFrom: '2026-11-22' }, 'BAD_USER_INPUT NOT_PUBLISHED 7'],
      // Without a date of its own it is published today.
      [{ effectiveFrom: '2026-11-19' }, 'BAD_USER_INPUT RETROACTIVE 7'],
      [{ publishedOn: '2026-11-10', effectiveFrom: '2026-11-09' }, 'BAD_USER_INPUT RETROACTIVE 7'],
      [{ effectiveFrom: '2026-02-30' }, 'BAD_USER_INPUT DATE '],
      [{ publishedOn: '20261120' }, 'BAD_USER_INPUT DATE '],
      [{ needs: [] }, 'BAD_USER_INPUT NEEDS 36'],
      [{ needs: ['ARREARS-TAX', 'NO-SUCH-ITEM'] }, 'BAD_USER_INPUT ITEM_UNKNOWN 18'],
      [{ authorizationMaximumMonths: null }, 'BAD_USER_INPUT PURPOSE_OF 22'],
      [{ activity: 'PUBLIC_FUNDING' }, 'BAD_USER_INPUT PURPOSE_OF 22'],
      [{ authorizationMaximumMonths: 0 }, 'BAD_USER_INPUT NUMBER 36'],
    ];
    for (const [change, expected] of bad) {
      const found = refusals(await publish(change));
      expect([change, found]).toEqual([change, [`publishPurpose ${expected}`]]);
    }
    expect(await listed('LEASING')).toBeUndefined();
  });

  it('A07.1 A24.2 it holds from its day on, and its next edition from its own', async () => {
    const agreed = async () => refusals(await world.ask(BANK_A, COUNT, { id: COMPANY }, { purpose: 'LEASING' }));
    expect(await agreed()).toEqual([expect.stringContaining('PURPOSE_UNKNOWN')]);
    const first = await publish({ effectiveFrom: '2026-12-01' });
    expect(first.data.publishPurpose).toEqual({
      ...{ code: 'LEASING', effectiveFrom: '2026-12-01', name: '融资租赁审批', authorizationMaximumMonths: 6 },
    });
    // Before its day it is no purpose.
    expect(await listed('LEASING')).toBeUndefined();
    expect(await agreed()).toEqual([expect.stringContaining('PURPOSE_UNKNOWN')]);
    for (const effectiveFrom of ['2026-12-01', '2026-11-25'])
      expect(refusals(await publish({ effectiveFrom }))).toEqual(['publishPurpose CONFLICT PURPOSE_PUBLISHED ']);
    const next = { name: '融资租赁和经营租赁审批', effectiveFrom: '2027-02-01', authorizationMaximumMonths: 2 };
    expect((await publish(next)).errors).toBeUndefined();

    world.setNow('2026-12-02T10:00:00+08:00');
    expect(await listed('LEASING')).toEqual({
      ...{ code: 'LEASING', name: '融资租赁审批', effectiveFrom: '2026-12-01', authorizationMaximumMonths: 6 },
      publicationReference: PURPOSE.publicationReference,
      // Rules that take effect later among them.
      caps: [
        { maximumMonths: 6, effectiveFrom: '2026-12-01' },
        { maximumMonths: 2, effectiveFrom: '2027-02-01' },
      ],
    });
    expect((await grant('2027-05-31')).errors).toBeUndefined();
    expect(await agreed()).toEqual(['subject.records FORBIDDEN PURPOSE_NOT_AGREED 23(2)']);

    world.setNow('2027-02-01T00:00:00+08:00');
    expect(await listed('LEASING')).toMatchObject({
      ...{ name: next.name, effectiveFrom: '2027-02-01' },
      caps: [{ maximumMonths: 2, effectiveFrom: '2027-02-01' }],
    });
    expect(refusals(await grant('2027-05-31'))).toEqual(['grantAuthorization BAD_USER_INPUT TERM_TOO_LONG 36']);
    world.setNow(`${TODAY}T10:00:00+08:00`);
  });

  it('A07.1 what it was for stays: a purpose of parties is none of departments, and the other way round', async () => {
    const later = { effectiveFrom: '2027-06-01' };
    expect(refusals(await publish({ ...later, authorizationMaximumMonths: null, activity: 'PUBLIC_FUNDING' }))).toEqual(
      ['publishPurpose CONFLICT PURPOSE_ACTIVITY '],
    );
    expect(refusals(await publish({ ...later, code: 'PERMIT' }))).toEqual([
      'publishPurpose CONFLICT PURPOSE_ACTIVITY ',
    ]);
    for (const activity of ACTIVITIES) {
      const input = { ...later, code: `FOR_${activity}`, authorizationMaximumMonths: null, needs: null, activity };
      expect([activity, refusals(await publish(input))]).toEqual([activity, []]);
    }
  });

  it('A07.1 A22.1 a second edition of a department’s purpose opens a duty once, and no wider', async () => {
    const desk = { role: 'department', unit: 'HRB-PERMIT' };
    const headers = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审字〔2026〕501号' };
    const access =
      'query ($id: SubjectIdentifierInput!) { access(subject: $id) { item { code } granted reason article } }';
    const before = await world.ask(desk, access, { id: COMPANY }, headers);
    const next = {
      code: 'PERMIT',
      activity: 'ADMINISTRATIVE_MANAGEMENT',
      authorizationMaximumMonths: null,
      needs: null,
    };
    expect((await publish({ ...next, service: 'PERMIT', article: '44(1)' })).errors).toBeUndefined();
    expect(await world.ask(desk, access, { id: COMPANY }, headers)).toEqual(before);
    const sees = await world.ask(
      desk,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { totalCount } } }',
      { id: COMPANY },
      headers,
    );
    expect(sees.errors).toBeUndefined();
  });

  it('A07.1 of two editions for one day at once one is published; the database takes none from another role, and changes none', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, n) => publish({ code: 'RACE', name: `竞争${n}`, effectiveFrom: '2026-12-01' })),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const as = (role: 'OPERATOR' | 'AUTHORITY', statement: string) =>
      world.server.requestAs({ role }).write('control', (em) => sql.raw(statement).execute(em.getKysely()));
    const insert = `insert into control.purpose (code, name, name_en, article, effective_from, publication_reference, service)
      values ('FORGED', '甲', 'A', '24', '2026-01-01', 'x', 'X')`;
    await expect(as('OPERATOR', insert)).rejects.toThrow(/row-level security/);
    await expect(as('AUTHORITY', `update control.purpose set name = '乙'`)).rejects.toThrow(/permission denied/);
    expect(refusals(await world.ask(OPERATOR, PUBLISH_PURPOSE, { input: PURPOSE }))).toEqual([
      'publishPurpose FORBIDDEN ROLE 7',
    ]);
  });
});
