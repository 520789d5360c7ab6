/** What a pledge and its verification say of persons: the unit reads it masked, the subject whole, and the database holds none of it in plain. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { declareUnsafe } from '../../subgraphs/redaction/job.ts';
import { dumpOf, placesOf } from '../dump.ts';
import { COMPANY, MARKET_REGULATION, onEachDatabase, openWorld, subject, type World } from '../kit.ts';
import { CITY, PLEDGE, RECORD, VERIFY } from './pledging.ts';

/** A number and a telephone show what they are; the name is known by a record of the company alone. */
const [NUMBER, PHONE, NAME] = ['239999198301010017', '13845001234', '司徒望舒'] as const;
const SAID = {
  matter: `食品经营许可，联系电话${PHONE}`,
  permitDocument: `哈市监许〔2026〕示例601号（身份证号${NUMBER}）`,
};
const REASONS = `经查，${NAME}（身份证号${NUMBER}）已按期补交。`;
const OWN = '{ me { pledgeChecks { id matter permitDocument reasons outcome } } }';
const UNIT = '{ pledgeChecks(first: 50) { nodes { id matter permitDocument reasons outcome } } }';
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`;

onEachDatabase('texts of pledges', (kind) => {
  let world: World;
  let id = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const input = { ...PLEDGE, document: '哈市监诺〔2026〕示例601号', ...SAID };
    const { data, errors } = await world.ask(CITY, RECORD, { input });
    expect(errors).toBeUndefined();
    id = data.recordPledge.id;
    expect(JSON.stringify(data)).not.toMatch(new RegExp(`${NUMBER}|${PHONE}`));
  });
  afterAll(() => world.close());

  interface Check {
    readonly id: string;
    readonly matter: string;
    readonly permitDocument: string;
    readonly reasons: string | null;
  }
  const byUnit = async (): Promise<Check> =>
    (await world.ask(CITY, UNIT)).data.pledgeChecks.nodes.find((node: Check) => node.id === id);
  const own = async (): Promise<Check> =>
    (await world.ask(subject(COMPANY), OWN)).data.me.pledgeChecks.find((node: Check) => node.id === id);

  it('A23.4 A35.1 A46.1 the subject reads them whole, the unit masked', async () => {
    const verified = await world.ask(CITY, VERIFY, { input: { id, outcome: 'PERFORMED', reasons: REASONS } });
    expect(verified.errors).toBeUndefined();
    expect(verified.data.verifyPledge.reasons).not.toContain(NUMBER);
    expect(await own()).toMatchObject({ ...SAID, reasons: REASONS, outcome: 'PERFORMED' });
    const read = JSON.stringify(await byUnit());
    expect([read.includes(NUMBER), read.includes(PHONE)]).toEqual([false, false]);
  });

  it('A23.4 A36.3 adversarial 77: a name that a later record tells is masked in what the unit read before', async () => {
    const content = {
      documentNumber: '哈市监罚〔2026〕示例602号',
      facts: '未按规定公示。',
      penaltyKinds: ['罚款'],
      fineYuan: '100.00',
      legalRepresentativeName: NAME,
    };
    const record = {
      subject: COMPANY,
      subjectName: PLEDGE.subjectName,
      occurredOn: '2026-09-01',
      basisDocument: content.documentNumber,
      content,
    };
    const { data } = await world.ask(MARKET_REGULATION, SUBMIT, {
      input: { item: 'PENALTY-GENERAL', records: [record] },
    });
    expect(data.submitRecords).toMatchObject({ accepted: 1, rejected: [] });
    expect((await byUnit()).reasons).not.toContain(NAME);
    expect(await own()).toMatchObject({ ...SAID, reasons: REASONS });
  });

  it('A23.4 A35.1 a version that is declared unsafe withholds them from the unit and not from the subject', async () => {
    await declareUnsafe(world.server.requestAs, REDACTION_VERSION, 'A kind of name is not found.');
    expect(await byUnit()).toMatchObject({
      matter: WITHHELD_TEXT,
      permitDocument: WITHHELD_TEXT,
      reasons: WITHHELD_TEXT,
    });
    expect(await own()).toMatchObject({ ...SAID, reasons: REASONS });
  });

  it('A23.4 A23.5 none of it stands in the database, nor a hash of it', async () => {
    const dump = await dumpOf(world);
    const places = placesOf(dump, [NUMBER, PHONE, NAME, SAID.matter, SAID.permitDocument, REASONS]);
    expect(places).toEqual([]);
  });
});
