/** Texts in reports, in each form: masked, withheld whole, and whole for the subject alone (Articles 23, 35 and 44). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { declareUnsafe } from '../../subgraphs/redaction/job.ts';
import {
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from './listing.ts';
import { fetchReport, make, payload, textOfPdf, verify } from './report-kit.ts';

/** Of others, as nobody but the company may read them. */
const [NUMBER, PHONE] = ['239999198301010017', '13845001234'] as const;
const DOCUMENT = '哈市监罚〔2026〕示例991号';
const FACTS = `经查，店内未明码标价，投诉电话${PHONE}。`;
const SEEN = '经查，店内未明码标价，投诉电话138********。';
const BASIS = `黑劳监处〔2026〕示例991号行政处理决定书（身份证号${NUMBER}）`;
const CASE = { purpose: 'LOAN_ORIGINATION', case: `贷审〔2026〕12号（${PHONE}）` };
const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }';

/** A form of a report as one reads it, without blanks: a line may break anywhere. */
type Form = readonly [form: string, text: string];

onEachDatabase('texts of reports', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const record = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-09-01',
      basisDocument: DOCUMENT,
      content: { documentNumber: DOCUMENT, facts: FACTS, penaltyKinds: ['罚款'], fineYuan: '100.00' },
    };
    const { data } = await world.ask(MARKET_REGULATION, SUBMIT, {
      input: { item: 'PENALTY-GENERAL', records: [record] },
    });
    expect(data.submitRecords).toEqual({ accepted: 1, rejected: [] });
    const listed = await world.ask(LABOUR, DESIGNATE, {
      input: { ...DECISION, subject: COMPANY, basisDocument: BASIS },
    });
    expect(listed.errors).toBeUndefined();
  });
  afterAll(() => world.close());

  const forms = async (holder: Holder): Promise<readonly [string, readonly Form[]]> => {
    const own = holder.role === 'subject';
    const said = own ? {} : CASE;
    const { status, body } = await make(
      world,
      holder,
      { ...(own ? {} : { subject: COMPANY }), template: 'PUBLIC_CREDIT', language: 'zh' },
      said,
    );
    expect(status).toBe(201);
    const read = async (accept: string) => (await fetchReport(world, holder, body.id, accept, said)).bytes;
    const [html, pdf] = [await read('text/html'), await read('application/pdf')];
    const printed = textOfPdf(pdf);
    const plain = (text: string): string => text.replaceAll(/\s/g, '');
    return [
      body.id,
      [
        ['token', plain(JSON.stringify(payload(body.token)))],
        ['page', plain(html.toString())],
        ...(printed === undefined ? [] : [['print', plain(printed)] as const]),
      ],
    ];
  };

  it('A23.4 A44.1 adversarial 77: a bank reads them masked in every form, its case with them', async () => {
    const [, read] = await forms(BANK_A);
    expect(read.length).toBeGreaterThan(1);
    for (const [form, text] of read) {
      expect([form, text.includes(SEEN), text.includes(DOCUMENT)]).toEqual([form, true, true]);
      expect([form, [NUMBER, PHONE].filter((part) => text.includes(part))]).toEqual([form, []]);
      expect([form, text.includes('贷审〔2026〕12号')]).toEqual([form, true]);
    }
  });

  it('A35.1 A23.4 the company itself reads them whole', async () => {
    const [, read] = await forms(subject(COMPANY));
    for (const [form, text] of read)
      expect([form, text.includes(FACTS), text.includes(BASIS)]).toEqual([form, true, true]);
  });

  it('A23.4 A36.3 a text that is withheld whole stands there as that sentence, and the report of before is superseded', async () => {
    const [before] = await forms(BANK_A);
    await declareUnsafe(world.server.requestAs, REDACTION_VERSION, '试验');
    expect((await verify(world, before)).body.status).toBe('SUPERSEDED');
    const [, read] = await forms(BANK_A);
    for (const [form, text] of read) {
      expect([form, text.includes(WITHHELD_TEXT), text.includes('未明码标价')]).toEqual([form, true, false]);
      expect([form, [NUMBER, PHONE, BASIS].filter((part) => text.includes(part))]).toEqual([form, []]);
    }
    const [, own] = await forms(subject(COMPANY));
    for (const [form, text] of own) expect([form, text.includes(FACTS)]).toEqual([form, true]);
  });
});
