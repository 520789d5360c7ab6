/** A subject locks what is used of it by agreement (Articles 23 (2), 24 and 36): to its bank it is as if nothing were held, until it lifts the lock. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  NO_JOBS,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { ORGAN } from '../listing.ts';
import { fetchReport, make, verify } from '../report-kit.ts';
import { COMPANY_NEW, LOAN, PERSON_NEW, penalty, submit } from '../withheld.ts';
import { learned, used } from './asking.ts';
import { arrears, done, FINANCE, feed, itemsSeen, MONITORING, WATCH } from './hiding.ts';

const LOCK = 'mutation ($reason: String) { lockSharing(reason: $reason) { lockedSince reason } }';
const UNLOCK = 'mutation { unlockSharing { lockedSince } }';
const GRANT =
  'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil } }';
const FUND = { role: 'provider', unit: 'HLJ-FUND' } as const;
const TAX = { role: 'provider', unit: 'HLJ-TAX' } as const;
const GRANTS = { purpose: 'FUNDING', matter: 'GRANT', case: '黑财补〔2026〕9号' };
const PAGES = `query ($id: SubjectIdentifierInput!, $after: String) { subject(identifier: $id) {
  records(first: 1, after: $after) { totalCount nodes { item { code } } pageInfo { endCursor hasNextPage } } } }`;

onDatabaseOfStep('a lock', (kind) => {
  let world: World;
  const authorize = (about: Identifier, items: readonly string[]) =>
    done(world, subject(about), GRANT, {
      input: {
        party: 'BANK-A',
        purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
        items,
        validFrom: '2026-11-20',
        validUntil: '2027-01-20',
      },
    });
  const lock = (about: Identifier, reason: string | null = null) => done(world, subject(about), LOCK, { reason });
  const unlock = (about: Identifier) => done(world, subject(about), UNLOCK);
  const collected = (about: Identifier) =>
    world.server.requestAs({ role: 'COLLECTOR', unit: 'COLLECTOR-B' }).write('collect', (em) =>
      sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, display, content,
          redaction, received_at, submission_id)
        values (${world.server.platform.secrets.subjectId(about.type, about.value)}::uuid, ${randomUUID()}::uuid, 1, true, ${about === PERSON_NEW},
          'NP-LOAN', 'LOAN', 'COLLECTOR-B', '2026-11-01', 'DISPLAYED', '正常', ${REDACTION_VERSION}, now(), ${randomUUID()}::uuid)`.execute(
        em.getKysely(),
      ),
    );

  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
    for (const about of [PERSON_NEW, COMPANY_NEW]) {
      await submit(world, 'ARREARS-FUND', arrears(about, 1), FUND);
      await collected(about);
    }
    for (const about of [PERSON_NEW, NOT_HELD]) await authorize(about, ['ARREARS-FUND', 'NP-LOAN']);
  });
  afterAll(() => world.close());

  it('A36.1 A24.3 A35.1 a locked person and a company are to their bank as ones of whom nothing is held: bytes, headers, quota, uses, entries', async () => {
    const reports: string[] = [];
    for (const about of [PERSON_NEW, COMPANY_NEW]) {
      expect((await itemsSeen(world, BANK_A, about, LOAN))?.items).toEqual(['ARREARS-FUND']);
      const { body } = await make(world, BANK_A, { subject: about }, LOAN);
      reports.push(body.id);
      await done(world, BANK_A, WATCH, { id: about }, MONITORING);
    }
    world.setNow('2026-11-20T10:10:00+08:00');
    const { lockSharing } = await lock(PERSON_NEW, '本人外出，暂停共享');
    expect(lockSharing).toEqual({ lockedSince: '2026-11-20T02:10:00.000Z', reason: '本人外出，暂停共享' });
    await lock(COMPANY_NEW);
    expect((await done(world, subject(PERSON_NEW), '{ me { lock { lockedSince reason } } }')).me.lock).toEqual(
      lockSharing,
    );

    for (const [locked, nothing] of [
      [PERSON_NEW, NOT_HELD],
      [COMPANY_NEW, ORGAN],
    ] as const) {
      expect(await itemsSeen(world, BANK_A, locked, LOAN)).toBeNull();
      // Neither is counted before: each comes to the day's quota anew.
      const free = await used(world);
      const of = { locked: await learned(world, locked), nothing: await learned(world, nothing) };
      expect(of.locked.slice(0, 5)).toEqual(of.nothing.slice(0, 5));
      expect((await used(world)) - free).toBe(0);
      // Its own entries of the bank's looks since: of neither any.
      expect([of.locked[5], of.nothing[5]]).toEqual([[], []]);
    }
    // What it holds already is verified as before. To read it again is a use.
    for (const id of reports) {
      expect((await verify(world, id)).body.status).toBe('CURRENT');
      const [again, unknown] = await Promise.all(
        [id, randomUUID()].map((one) => fetchReport(world, BANK_A, one, 'application/jose', LOAN)),
      );
      expect([again?.status, again?.bytes.toString().replace(/"id":"[^"]+"/, '')]).toEqual([
        unknown?.status,
        unknown?.bytes.toString().replace(/"id":"[^"]+"/, ''),
      ]);
    }
    // Of the authorization's uses no more are counted.
    const mine = await done(world, subject(PERSON_NEW), '{ me { authorizations { uses status } } }');
    expect(mine.me.authorizations).toEqual([{ uses: 2, status: 'IN_FORCE' }]);

    // What comes in meanwhile is no news.
    for (const about of [PERSON_NEW, COMPANY_NEW]) await submit(world, 'ARREARS-FUND', arrears(about, 2), FUND);
    expect(await feed(world, BANK_A, MONITORING)).toEqual([]);

    world.setNow('2026-11-20T10:20:00+08:00');
    for (const about of [PERSON_NEW, COMPANY_NEW]) {
      expect((await unlock(about)).unlockSharing).toEqual({ lockedSince: null });
      expect((await itemsSeen(world, BANK_A, about, LOAN))?.items).toEqual(['ARREARS-FUND', 'ARREARS-FUND']);
    }
    for (const id of reports) expect((await fetchReport(world, BANK_A, id, 'application/jose', LOAN)).status).toBe(200);
    expect((await done(world, subject(PERSON_NEW), '{ me { lock { lockedSince } } }')).me.lock).toBeNull();
    // News of after is told.
    await submit(world, 'ARREARS-FUND', arrears(PERSON_NEW, 3), FUND);
    expect(await feed(world, BANK_A, MONITORING)).toEqual(['ADDED ARREARS-FUND']);
    await lock(PERSON_NEW);
    expect(await feed(world, BANK_A, MONITORING)).toEqual([]);
    await unlock(PERSON_NEW);
    expect(await feed(world, BANK_A, MONITORING)).toEqual(['ADDED ARREARS-FUND']);
  });

  it('A36.1 A23.1 A22.1 what is open to anyone and what departments see for their duties stays; a page in the middle has nothing behind it', async () => {
    await submit(world, 'PENALTY-GENERAL', penalty(COMPANY_NEW, 5));
    await submit(world, 'ARREARS-TAX', arrears(COMPANY_NEW, 6), TAX);
    const seen = async () => ({
      public: await itemsSeen(world, null, COMPANY_NEW),
      finance: await itemsSeen(world, FINANCE, COMPANY_NEW, GRANTS),
    });
    const before = await seen();
    expect(before.finance?.items).toEqual(['ARREARS-TAX', 'PENALTY-GENERAL']);
    const first = await done(world, BANK_A, PAGES, { id: COMPANY_NEW }, LOAN);
    expect(first.subject.records).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect((await itemsSeen(world, BANK_A, COMPANY_NEW, LOAN))?.count).toBe(4);
    await lock(COMPANY_NEW);
    expect(await seen()).toEqual(before);
    const after = first.subject.records.pageInfo.endCursor;
    const next = await done(world, BANK_A, PAGES, { id: COMPANY_NEW, after }, LOAN);
    // It is open to anyone, and stands where the cursor says or before it.
    expect(next.subject.records.totalCount).toBe(1);
    expect((await itemsSeen(world, BANK_A, COMPANY_NEW, LOAN))?.items).toEqual(['PENALTY-GENERAL']);
    // A correction of what it was shown reaches it (Article 39).
    const { me } = await done(
      world,
      subject(COMPANY_NEW),
      '{ me { records(first: 50, items: ["ARREARS-TAX"]) { nodes { id } } } }',
    );
    await done(world, TAX, 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }', {
      input: { record: me.records.nodes[0].id, reason: '有误', content: { amountYuan: '90.00' } },
    });
    expect(await feed(world, BANK_A)).toContain('CORRECTED ARREARS-TAX');
    await unlock(COMPANY_NEW);
    expect((await itemsSeen(world, BANK_A, COMPANY_NEW, LOAN))?.count).toBe(4);
  });

  it('A24.3 A36.1 an authorization that is granted while locked opens nothing until the lock is lifted', async () => {
    await lock(PERSON_NEW);
    await submit(world, 'JUDGMENT-CIVIL', judgment(), { role: 'provider', unit: 'HLJ-COURT' });
    const { grantAuthorization } = await authorize(PERSON_NEW, ['JUDGMENT-CIVIL']);
    expect(grantAuthorization.status).toBe('IN_FORCE');
    expect(await itemsSeen(world, BANK_A, PERSON_NEW, LOAN)).toBeNull();
    await unlock(PERSON_NEW);
    expect((await itemsSeen(world, BANK_A, PERSON_NEW, LOAN))?.items).toContain('JUDGMENT-CIVIL');
  });

  it('A36.1 an element that is open by agreement alone is not there while its subject has a lock; without agreement it is refused as ever', async () => {
    const asked = (headers = LOAN, holder = BANK_A as { role: string; unit: string }) =>
      world.ask(
        holder,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 9, items: ["COMMENDATION-GOV"]) { nodes { ... on Commendation { title documentNumber } } } } }',
        { id: COMPANY_NEW },
        headers,
      );
    await done(
      world,
      { role: 'operator', unit: 'HLJ-CREDIT' },
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      {
        input: {
          party: 'BANK-A',
          items: ['COMMENDATION-GOV'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: '2026-11-20',
          validUntil: '2027-11-19',
          dailyQuota: 50,
        },
      },
    );
    const content = { title: '先进单位', awardedBy: '示例机关', documentNumber: '黑示例〔2026〕889号' };
    await submit(
      world,
      'COMMENDATION-GOV',
      { ...arrears(COMPANY_NEW, 9), content },
      { role: 'provider', unit: 'HLJ-HRSS' },
    );
    const nodes = async () => (await asked()).data.subject.records.nodes;
    expect(await nodes()).toEqual([{ title: '先进单位', documentNumber: '黑示例〔2026〕889号' }]);
    await lock(COMPANY_NEW);
    expect(await nodes()).toEqual([{ title: '先进单位', documentNumber: null }]);
    expect((await asked()).errors).toBeUndefined();
    const agency = await asked({ purpose: 'CREDIT_SERVICE' }, { role: 'party', unit: 'AGENCY-A' });
    expect(agency.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await unlock(COMPANY_NEW);
    expect(await nodes()).toEqual([{ title: '先进单位', documentNumber: '黑示例〔2026〕889号' }]);
  });

  it('A36.1 a lock within a lock, and a lift where there is none, are refused with Article 36, and nobody else is told of a lock', async () => {
    await lock(COMPANY_NEW);
    const again = await world.ask(subject(COMPANY_NEW), LOCK, {});
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'LOCKED' });
    expect(again.errors?.[0]?.message).toContain('Article 36');
    await unlock(COMPANY_NEW);
    const lifted = await world.ask(subject(COMPANY_NEW), UNLOCK);
    expect(lifted.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NOT_LOCKED' });
    expect(lifted.errors?.[0]?.message).toContain('Article 36');
    const long = await world.ask(subject(COMPANY_NEW), LOCK, { reason: '长'.repeat(501) });
    expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TOO_LONG', article: '36' });
    const other = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { lock { lockedSince } } }',
      { id: COMPANY },
      LOAN,
    );
    expect(other.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

/** A judgment about the person that the sample does not hold. */
const judgment = (): object => ({
  ...arrears(PERSON_NEW, 8),
  content: { documentNumber: '（2026）黑0000民初888号', court: '示例法院', cause: '其他', content: '驳回。' },
});
