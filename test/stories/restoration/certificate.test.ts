/** A subject has its restoration certified (Article 40): in both languages, signed, verified by anyone, and without a word of what fell. */
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from '../listing.ts';
import { fetchReport, make, payload, readQr, textOfPdf, verify } from '../report-kit.ts';
import { inWorld, SERIOUS } from './restoring.ts';

/** A person whose name has characters of GB 18030-2022, level 3: U+20087 and U+9FCE. Nothing else is held about her. */
const RARE: Identifier = { type: 'CITIZEN_ID', value: '239999198001012010' };
const RARE_NAME = `赵${String.fromCodePoint(0x20087)}${String.fromCodePoint(0x9fce)}`;
const VERIFY = 'query ($token: String!) { verifyReport(token: $token) { authentic status issuedAt supersededAt } }';

onDatabaseOfStep('a restoration is certified', (kind) => {
  let world: World;
  /** Applications that were granted. */
  let ofCompany = '';
  let ofPerson = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const listed = await well(LABOUR, DESIGNATE, {
      input: {
        ...DECISION,
        subject: COMPANY,
        subjectName: '哈尔滨示例冰雪设备有限公司',
        months: 36,
        designatedOn: '2025-11-19',
      },
    });
    const penalty = await punish(RARE, RARE_NAME, SERIOUS.number, { occurredOn: '2025-11-18', consent: '示例同意书' });
    ofCompany = (await apply(COMPANY, { designation: listed.designate.id })).data.applyForRestoration.id;
    ofPerson = (await apply(RARE, { record: penalty })).data.applyForRestoration.id;
    for (const id of [ofCompany, ofPerson]) expect((await decide({ id })).errors).toBeUndefined();
  });
  afterAll(() => world.close());
  const { well, punish, apply, decide } = inWorld(() => world);
  const certify = (who: Identifier, restoration: string | null, language = 'zh', more: object = {}) =>
    make(world, subject(who), { template: 'RESTORATION', language, restoration, ...more });

  it('A40.1 A36.3 signed as reports are: who, which list, which decision of which day by whom, restored when and by whom, and no content', async () => {
    const { status, body } = await certify(COMPANY, ofCompany);
    expect([status, body.status]).toEqual([201, 'CURRENT']);
    const keys = (await (await fetch(`${world.server.url}/.well-known/jwks.json`)).json()) as Parameters<
      typeof createLocalJWKSet
    >[0];
    await jwtVerify(body.token, createLocalJWKSet(keys), { typ: 'credit-report+jwt' });
    const certificate = payload(body.token);
    expect(certificate).toMatchObject({
      template: 'RESTORATION',
      subject: {
        name: '哈尔滨示例冰雪设备有限公司',
        kind: 'LEGAL_PERSON',
        identifier: { type: 'USCC', value: COMPANY.value },
      },
      sections: [],
      restoration: {
        reference: ofCompany,
        list: { code: 'WAGE' },
        decidedOn: '2025-11-19',
        decidedBy: { code: 'HLJ-HRSS' },
        document: DECISION.basisDocument,
        restoredOn: '2026-11-20',
        restoredBy: { code: 'HLJ-CREDIT' },
      },
    });
    expect(JSON.stringify(certificate)).not.toContain(DECISION.reasons);
    expect((await well(null, VERIFY, { token: body.token })).verifyReport).toMatchObject({
      authentic: true,
      status: 'CURRENT',
    });
    expect((await verify(world, body.id)).body).toMatchObject({ status: 'CURRENT', supersededAt: null });
  });

  it('A40.1 page and PDF say the same in both languages; the name is spelled right, with characters that few fonts have', async () => {
    for (const [language, title, sentence] of [
      ['zh', '信用修复证明', `兹证明：${RARE_NAME}因`],
      ['en', 'Certificate of Credit Restoration', 'This certifies that the untrustworthiness information about'],
    ] as const) {
      const { body } = await certify(RARE, ofPerson, language);
      const html = (await fetchReport(world, subject(RARE), body.id, 'text/html')).bytes.toString();
      // As it is read: four letters of an id may stand in a mark of their language.
      const read = html.replaceAll(/<[^>]+>/g, '');
      for (const said of [title, RARE_NAME, SERIOUS.number, '2025-11-18', '2026-11-20', ofPerson, RARE.value, sentence])
        expect(read).toContain(said);
      expect(html).not.toMatch(/未取得许可|吊销|<script/);
      expect(readQr(html)).toBe(`${world.server.url}/verify/${body.id}`);
      const pdf = await fetchReport(world, subject(RARE), body.id, 'application/pdf');
      expect(pdf.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
      const text = textOfPdf(pdf.bytes);
      if (text === undefined) continue;
      const plain = text.replaceAll(/\s/g, '');
      for (const said of [title, SERIOUS.number, '2025-11-18', '2026-11-20', ofPerson, body.id, RARE.value, sentence])
        expect(plain).toContain(said.replaceAll(/\s/g, ''));
      expect(plain).not.toMatch(/未取得许可|吊销/);
    }
  });

  it('A40.1 A36.3 it stays current whatever else changes, and a report of that time does not', async () => {
    const { body } = await certify(COMPANY, ofCompany, 'en');
    const report = await make(world, subject(COMPANY), {});
    const other = await punish(COMPANY, '哈尔滨示例冰雪设备有限公司', '黑市监罚〔2025〕示例603号', {
      occurredOn: '2025-11-18',
    });
    const again = (await apply(COMPANY, { record: other })).data.applyForRestoration.id;
    const third = await make(world, subject(COMPANY), {});
    expect((await decide({ id: again })).errors).toBeUndefined();
    expect((await verify(world, third.body.id)).body.status).toBe('SUPERSEDED');
    expect((await verify(world, report.body.id)).body.status).toBe('CURRENT');
    expect((await verify(world, body.id)).body.status).toBe('CURRENT');
    expect((await fetchReport(world, subject(COMPANY), body.id, 'application/jose')).bytes.toString()).toBe(body.token);
    // A link opens it as it opens a report.
    const linked = await fetch(`${world.server.url}/reports/${body.id}/link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token(subject(COMPANY))}` },
    });
    const { url } = (await linked.json()) as { url: string };
    expect(await (await fetch(url)).text()).toContain('Certificate of Credit Restoration');
  });

  it('A40.1 A24.3 for the subject alone, of what was granted to it: everybody else is refused as if there were none', async () => {
    const refusal = async (made: ReturnType<typeof make>) => {
      const { status, body } = await made;
      const { code, reason, article } = body.errors[0].extensions;
      return [status, code, reason, article].filter((part) => part !== undefined).join(' ');
    };
    expect(await refusal(certify(MEI, ofCompany))).toBe('404 NOT_FOUND NOT_FOUND');
    expect(await refusal(certify(COMPANY, '00000000-0000-4000-8000-000000000000'))).toBe('404 NOT_FOUND NOT_FOUND');
    expect(await refusal(certify(COMPANY, null))).toBe('400 BAD_USER_INPUT RESTORATION 40');
    expect(await refusal(make(world, subject(COMPANY), { restoration: ofCompany }))).toBe(
      '400 BAD_USER_INPUT RESTORATION 40',
    );
    expect(await refusal(certify(COMPANY, ofCompany, 'zh', { subject: COMPANY }))).toBe('400 BAD_USER_INPUT SUBJECT');
    for (const holder of [BANK_A, OPERATOR])
      expect(
        await refusal(
          make(world, holder, { template: 'RESTORATION', restoration: ofCompany }, { purpose: 'LOAN_ORIGINATION' }),
        ),
      ).toBe('403 FORBIDDEN ROLE 40');
    expect(await refusal(make(world, null, { template: 'RESTORATION', restoration: ofCompany }))).toBe(
      '403 FORBIDDEN ROLE 40',
    );
    const third = await punish(COMPANY, '哈尔滨示例冰雪设备有限公司', '黑市监罚〔2025〕示例604号', {
      occurredOn: '2025-11-18',
    });
    const waits = (await apply(COMPANY, { record: third })).data.applyForRestoration.id;
    expect(await refusal(certify(COMPANY, waits))).toBe('409 CONFLICT NOT_RESTORED');
    // Whoever it was made for reads it again, and nobody else.
    const { body } = await certify(COMPANY, ofCompany);
    for (const holder of [subject(MEI), BANK_A])
      expect((await fetchReport(world, holder, body.id, 'text/html')).status).toBe(404);
  });
});
