/** Credit reports that are trusted outside the system (Articles 23, 24, 35, 36 and 44). */
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  BANK_A,
  COMPANY,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { fetchReport, make, payload, readQr, textOfPdf, verify } from './report-kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审批受〔2026〕801号' };
const VERIFY =
  'query VerifyReport($token: String!) { verifyReport(token: $token) { authentic status issuedAt supersededAt } }';

onDatabaseOfStep('credit reports', (kind) => {
  let world: World;
  let down = '';
  beforeAll(async () => {
    world = await openWorld(kind, { faults: (name) => (name === down ? 'FAILS' : undefined) });
  });
  afterAll(() => world.close());

  const entries = (report: { sections: { entries: object[] }[] }) => report.sections.flatMap(({ entries }) => entries);

  it('A24.2 A35.1 A36.3 the subject has its own made: whole, each item with its source, signed, and on the ledger', async () => {
    const { status, body } = await make(world, subject(MEI), {});
    expect([status, body.status, body.issuedAt]).toEqual([201, 'CURRENT', '2026-11-20T02:00:00.000Z']);
    const keys = (await (await fetch(`${world.server.url}/.well-known/jwks.json`)).json()) as Parameters<
      typeof createLocalJWKSet
    >[0];
    await jwtVerify(body.token, createLocalJWKSet(keys), { typ: 'credit-report+jwt' });
    const report = payload(body.token);
    expect(report.subject).toEqual({
      name: '张小梅',
      kind: 'NATURAL_PERSON',
      identifier: { type: 'CITIZEN_ID', value: MEI.value },
    });
    const { data } = await world.ask(subject(MEI), '{ me { records(first: 200) { nodes { id __typename } } } }');
    // Every record that she sees herself is in it: nothing is left out.
    expect(new Set((entries(report) as { id: string }[]).map(({ id }) => id))).toEqual(
      new Set(data.me.records.nodes.map(({ id }: { id: string }) => id)),
    );
    for (const entry of entries(report) as { source: { code: string }; receivedAt: string }[])
      expect([entry.source.code.length > 0, entry.receivedAt.length > 0]).toEqual([true, true]);
    const own = await world.ask(subject(MEI), '{ me { disclosures(first: 5) { nodes { items { code } } } } }');
    expect(own.data.me.disclosures.nodes.some((one: { items: object[] }) => one.items.length > 0)).toBe(true);
  });

  it('A36.3 page and PDF say what the token says; the QR code leads to the verification', async () => {
    const { body } = await make(world, subject(LISTED), { language: 'zh' });
    const page = await fetchReport(world, subject(LISTED), body.id, 'text/html');
    const html = page.bytes.toString();
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(html).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/);
    expect(readQr(html)).toBe(`${world.server.url}/verify/${body.id}`);
    const pdf = await fetchReport(world, subject(LISTED), body.id, 'application/pdf');
    expect([pdf.bytes.subarray(0, 8).toString(), pdf.headers.get('content-type')]).toEqual([
      '%PDF-1.7',
      'application/pdf',
    ]);
    const printed = textOfPdf(pdf.bytes)?.replaceAll(/\s/g, '');
    for (const text of [
      '大庆示例松江建筑工程有限公司',
      '严重失信主体名单信息',
      '拖欠农民工工资失信联合惩戒对象名单',
      body.id,
    ]) {
      expect(html).toContain(text);
      if (printed !== undefined) expect(printed).toContain(text);
    }
    const jws = await fetchReport(world, subject(LISTED), body.id, 'application/jose');
    expect(jws.bytes.toString()).toBe(body.token);
    expect((await fetchReport(world, subject(LISTED), body.id, 'image/png')).status).toBe(406);
  });

  it('A23.4 A23.2 others are given what their basis opens, desensitized; without one, none', async () => {
    const { status, body } = await make(world, BANK_A, { subject: MEI }, LOAN);
    expect(status).toBe(201);
    const report = JSON.stringify(payload(body.token));
    expect(report).toContain('张**');
    for (const hidden of ['小梅', MEI.value, '199003', '13800138000']) expect(report).not.toContain(hidden);
    const page = await fetchReport(world, BANK_A, body.id, 'text/html', LOAN);
    for (const hidden of ['小梅', MEI.value]) expect(page.bytes.toString()).not.toContain(hidden);
    const reason = async (...asked: Parameters<typeof make> extends [World, ...infer Rest] ? Rest : never) => {
      const made = await make(world, ...asked);
      return [made.status, made.body.errors[0].extensions.reason];
    };
    expect(await reason(BANK_A, { subject: MEI })).toEqual([403, 'PURPOSE_REQUIRED']);
    expect(await reason(PERMIT_OFFICE, { subject: LISTED }, { purpose: 'PERMIT' })).toEqual([403, 'CASE_REQUIRED']);
    expect(await reason(null, { subject: MEI })).toEqual([403, 'IDENTITY_REQUIRED']);
    expect(await reason(ANALYST, { subject: MEI })).toEqual([403, 'ROLE']);
    expect(await reason(subject(COMPANY), { subject: MEI })).toEqual([400, 'SUBJECT']);
    expect(await reason(BANK_A, { subject: NOT_HELD }, LOAN)).toEqual([404, 'NOT_FOUND']);
    expect(await reason(BANK_A, { subject: MEI, template: 'SPECIAL' }, LOAN)).toEqual([400, 'TEMPLATE']);
    expect((await make(world, BANK_A, { subject: MEI, template: 'X' }, LOAN)).status).toBe(400);
  });

  it('A36.3 a report is handed out again to whom it was made for, and is not found by anybody else', async () => {
    const { body } = await make(world, PERMIT_OFFICE, { subject: LISTED, template: 'SPECIAL', language: 'en' }, DESK);
    const keys = payload(body.token).sections.map(({ key }: { key: string }) => key);
    // In place of certificates of no violation: penalties, compulsion, lists and what courts found are in it.
    expect(keys).toEqual(['registration', 'penalties', 'acts', 'lists', 'documents', 'obligations']);
    const status = async (holder: Parameters<typeof fetchReport>[1], said = {}) =>
      (await fetchReport(world, holder, body.id, 'application/jose', said)).status;
    expect(await status(PERMIT_OFFICE, DESK)).toBe(200);
    for (const other of [BANK_A, subject(LISTED), subject(MEI), { role: 'department', unit: 'HLJ-FINANCE' }, null])
      expect(await status(other, DESK)).toBe(404);
    const ledger = await world.ask(
      subject(LISTED),
      '{ me { disclosures(first: 20) { nodes { recipient { code } caseReference } } } }',
    );
    const told = ledger.data.me.disclosures.nodes.filter(
      (one: { caseReference: string | null }) => one.caseReference === DESK.case,
    );
    // Made, and handed out once again: two disclosures.
    expect(told).toHaveLength(2);
  });

  it('A36.3 one altered character, another key or another kind of signature, and it is not authentic', async () => {
    const { body } = await make(world, subject(COMPANY), {});
    const check = async (token: string) => (await world.ask(null, VERIFY, { token })).data.verifyReport;
    expect(await check(body.token)).toEqual({
      authentic: true,
      status: 'CURRENT',
      issuedAt: '2026-11-20T02:00:00.000Z',
      supersededAt: null,
    });
    const forged = { authentic: false, status: 'UNKNOWN', issuedAt: null, supersededAt: null };
    const [head, content, signature] = body.token.split('.');
    const rich = Buffer.from(JSON.stringify({ ...payload(body.token), sections: [] })).toString('base64url');
    const { signer } = world.server.platform;
    for (const token of [
      `${head}.${rich}.${signature}`,
      `${head}.${content}.${String(signature).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `${head}.${content}.`,
      await signer.token('credit-matter+jwt', payload(body.token)),
      // Signed with our key and never issued.
      await signer.token('credit-report+jwt', { ...payload(body.token), sections: [] }),
      'x',
    ])
      expect(await check(token)).toEqual(forged);
  });

  it('A36.3 A39.4 once something in it is corrected it is superseded, for anyone who verifies, and units are not given it again', async () => {
    const bank = await make(world, BANK_A, { subject: MEI }, LOAN);
    const own = await make(world, subject(MEI), {});
    const other = await make(world, subject(COMPANY), {});
    const penalty = payload(own.body.token)
      .sections.find(({ key }: { key: string }) => key === 'penalties')
      .entries.find((one: { item: { code: string } }) => one.item.code === 'PENALTY-GENERAL');
    expect((await verify(world, bank.body.id)).body.status).toBe('CURRENT');
    world.setNow('2026-11-20T15:00:00+08:00');
    const corrected = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      {
        input: {
          record: ownIdOf(world, MARKET_REGULATION, penalty.id),
          reason: '罚款金额录入有误',
          content: { fineYuan: '88.00' },
        },
      },
    );
    expect(corrected.data.correctRecord.version).toBe(2);
    const superseded = {
      status: 'SUPERSEDED',
      issuedAt: '2026-11-20T02:00:00.000Z',
      supersededAt: '2026-11-20T07:00:00.000Z',
    };
    expect((await verify(world, bank.body.id)).body).toEqual(superseded);
    expect((await world.ask(null, VERIFY, { token: own.body.token })).data.verifyReport).toEqual({
      authentic: true,
      ...superseded,
    });
    expect((await verify(world, other.body.id)).body.status).toBe('CURRENT');
    expect((await fetchReport(world, BANK_A, bank.body.id, 'application/jose', LOAN)).status).toBe(410);
    const again = await fetchReport(world, subject(MEI), own.body.id, 'text/html');
    expect([again.status, again.bytes.toString().includes('本报告已失效')]).toEqual([200, true]);
    world.setNow('2026-11-20T10:00:00+08:00');
  });

  it('A37.2 A36.3 when something in it ends by itself it is superseded from that day, also before the daily run', async () => {
    const { body } = await make(world, subject(LISTED), {});
    const ends = (entries(payload(body.token)) as { displayedUntil: string | null; values: { until?: string } }[])
      .flatMap(({ displayedUntil, values }) => [displayedUntil, values.until ?? null])
      .filter((day) => day !== null)
      .sort();
    world.setNow('2028-01-01T08:00:00+08:00');
    // The first of its contents to end: displayed to the end of that day in Shanghai, eight hours ahead.
    expect((await verify(world, body.id)).body).toMatchObject({
      status: 'SUPERSEDED',
      supersededAt: `${ends[0]}T16:00:00.000Z`,
    });
    world.setNow('2026-11-20T10:00:00+08:00');
  });

  it('A36.3 where a source is down none is issued: silence is never clean', async () => {
    for (const name of ['sanctions', 'public-credit']) {
      down = name;
      const made = await make(world, subject(LISTED), {});
      down = '';
      expect([made.status, made.body.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
    }
  });

  it('A24.3 A36.1 when the authorization ends, the bank is not given its report again', async () => {
    const { body } = await make(world, BANK_A, { subject: MEI }, LOAN);
    expect((await fetchReport(world, BANK_A, body.id, 'application/jose', LOAN)).status).toBe(200);
    const granted = await world.ask(subject(MEI), '{ me { authorizations { id status party { code } } } }');
    for (const { id, status, party } of granted.data.me.authorizations)
      if (status === 'IN_FORCE' && party.code === 'BANK-A')
        await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', { id });
    const again = await fetchReport(world, BANK_A, body.id, 'application/jose', LOAN);
    const { reason, article } = JSON.parse(again.bytes.toString()).errors[0].extensions;
    expect([again.status, reason, article]).toEqual([403, 'AUTHORIZATION_REQUIRED', '24']);
  });

  it('A23.5 verification tells nothing of the content, is the same for whatever was not issued, and is limited', async () => {
    const unknown = { status: 'UNKNOWN', issuedAt: null, supersededAt: null };
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%27'])
      expect(await verify(world, id)).toEqual({ status: 200, body: unknown });
    const { body } = await make(world, subject(MEI), {});
    const page = await (await fetch(body.verify)).text();
    expect(page).toContain('有效 Current');
    for (const hidden of ['张', MEI.value, 'PENALTY']) expect(page).not.toContain(hidden);
    const strict = await openWorld(kind, { environment: { RATE_PUBLIC: '50' } });
    try {
      const statuses = [];
      for (let number = 0; number < 12; number += 1) statuses.push((await verify(strict, 'x')).status);
      // Each weighs as much as five questions.
      expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    } finally {
      await strict.close();
    }
  });
});
