/**
 * The document that a record rests on may name a person, and nobody reads it: it is matched by its whole name, it stands masked, and it is whole where it is
 * sealed. Reasons of corrections and texts of pledges are kept the same way (Article 23).
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import { dumpOf, placesOf } from '../dump.ts';
import {
  type Identifier,
  MARKET_REGULATION,
  type OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';

const PERSON: Identifier = { type: 'CITIZEN_ID', value: '239999198712120042' };
const NAME = '司徒望舒';
/** Numbers of two others, which are masked alike. */
const [ONE, OTHER] = ['239999198301010017', '239999198301010025'];
const NUMBERED = (number: string | undefined) => `示例市监罚〔2026〕961号（当事人身份证号${number}）`;
const NAMED = `示例市监关于${NAME}的处罚决定书〔2026〕962号`;

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  accepted unchanged corrected rejected { code message } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }';
/** What a record of that unit and item was known by before: a plain hash. */
const plainKey = (document: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['HLJ-AMR', 'PENALTY-GENERAL', document, '']))
    .digest('hex');

const MINE =
  '{ me { records(first: 50) { nodes { id version ... on AdministrativePenalty { documentNumber fineYuan } } } } }';

onEachDatabase('documents of records', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const delivery = (basisDocument: string, documentNumber: string, fineYuan = '100.00') => ({
    subject: PERSON,
    subjectName: NAME,
    occurredOn: '2026-09-01',
    basisDocument,
    content: { documentNumber, facts: '未按规定公示。', penaltyKinds: ['罚款'], fineYuan },
  });
  const send = async (...records: readonly object[]) => {
    const { data, errors } = await world.ask(MARKET_REGULATION, SUBMIT, {
      input: { item: 'PENALTY-GENERAL', records },
    });
    expect(errors).toBeUndefined();
    return data.submitRecords;
  };
  interface Node {
    readonly id: string;
    readonly version: number;
    readonly documentNumber: string;
  }
  const mine = async (): Promise<readonly Node[]> => (await world.ask(subject(PERSON), MINE)).data.me.records.nodes;
  const byNumber = async (number: string) => (await mine()).filter(({ documentNumber }) => documentNumber === number);
  const own = async (number: string): Promise<string> =>
    ownIdOf(world, MARKET_REGULATION, (await byNumber(number))[0]?.id ?? '');

  /** As the intake of before stored it: the document whole, without a mark, under a hash without a key. */
  const storeAsBefore = (document: string, number: string): Promise<unknown> => {
    const id = world.server.platform.secrets.subjectId('CITIZEN_ID', PERSON.value);
    const key = plainKey(document);
    return world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }).write('intake', async (em) => {
      await em.execute(`update public_credit.known_values set redaction = 1 where subject_id = '${id}'`);
      const its = `subject_id = '${id}' and content->>'documentNumber' = '${number}'`;
      await em.execute(`update public_credit.record set current = false where ${its}`);
      const kept = `subject_id, version, personal, item, edition, type, nature, occurred_on, displayed_until, display, providing_unit,
        content, content_hash, source_unit, submission_id, received_at, change, redaction`;
      await em.execute(`insert into public_credit.record (id, current, basis_document, natural_key, ${kept})
        select gen_random_uuid(), true, '${document}', '\\x${key}', ${kept} from public_credit.record where ${its}`);
    });
  };

  it('A23.4 A36.2 adversarial 77: two documents that are masked alike are two records, each found again by its whole name', async () => {
    const both = [delivery(NUMBERED(ONE), '961-1'), delivery(NUMBERED(OTHER), '961-2')];
    expect(await send(...both, delivery(NAMED, '962'))).toMatchObject({ accepted: 3, rejected: [] });
    expect(await send(...both, delivery(NAMED, '962'))).toMatchObject({ accepted: 0, corrected: 0, unchanged: 3 });
    expect(await send(delivery(NUMBERED(ONE), '961-1', '200.00'))).toMatchObject({ accepted: 0, corrected: 1 });
    expect(await mine()).toMatchObject([{ version: expect.any(Number) }, {}, {}]);
    expect((await byNumber('961-1'))[0]).toMatchObject({ version: 2, fineYuan: '200.00' });
    expect((await byNumber('961-2'))[0]).toMatchObject({ version: 1 });
  });

  it('A23.4 A23.5 adversarial 77: none of what they say of persons stands in the database, nor a hash of it', async () => {
    const dump = await dumpOf(world);
    const texts = [NAME, ONE, OTHER, NAMED, NUMBERED(ONE), NUMBERED(OTHER)].map(String);
    expect(placesOf(dump, texts)).toEqual([]);
    // Nor the plain hash of all that a record was known by, which is guessed as easily.
    const keys = [NAMED, NUMBERED(ONE)].map(plainKey);
    for (const key of keys) expect(dump.get('public_credit.record.natural_key')).not.toContain(key);
  });

  it('A38.1 a correction compares the whole document, and a masked one is none', async () => {
    const record = await own('962');
    const correct = (input: object) =>
      world.ask(MARKET_REGULATION, CORRECT, { input: { record, reason: `文书中${NAME}的名字有误`, ...input } });
    expect((await correct({ basisDocument: NAMED })).errors?.[0]?.extensions.reason).toBe('UNCHANGED');
    const corrected = `${NAMED}之一`;
    expect((await correct({ basisDocument: corrected })).data.correctRecord).toEqual({ version: 2 });
    expect((await correct({ basisDocument: corrected })).errors?.[0]?.extensions.reason).toBe('UNCHANGED');
    // Delivered under the name of before, it is what was corrected, and does not come back.
    expect(await send(delivery(NAMED, '962'))).toMatchObject({
      accepted: 0,
      corrected: 0,
      rejected: [{ code: 'FELL' }],
    });
    expect(placesOf(await dumpOf(world), [NAME, corrected])).toEqual([]);
  });

  it('A38.2 A23.4 what is revoked is what rests on that document, not on one that is masked alike', async () => {
    const revoke = (basisDocument: string, holder = MARKET_REGULATION as typeof MARKET_REGULATION | typeof OPERATOR) =>
      world.ask(holder, REVOKE, { input: { basisDocument } });
    for (const masked of ['示例市监罚〔2026〕961号（当事人身份证号23****************）', '示例市监罚〔2026〕961号'])
      expect((await revoke(masked)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const [first] = await byNumber('961-1');
    const { data } = await revoke(NUMBERED(ONE));
    expect(data.revokeBasis.records).toEqual([{ id: ownIdOf(world, MARKET_REGULATION, first?.id ?? '') }]);
    expect((await revoke(NUMBERED(ONE))).data.revokeBasis.records).toEqual([]);
    expect(await byNumber('961-2')).toHaveLength(1);
  });

  it('A23.4 A36.2 a row of before is found by its text, and masked where it stands', async () => {
    const before = `示例市监关于${NAME}的旧决定书〔2025〕963号`;
    expect(await send(delivery(before, '963'))).toMatchObject({ accepted: 1 });
    await storeAsBefore(before, '963');
    expect(await send(delivery(before, '963'))).toMatchObject({ accepted: 0, corrected: 0, unchanged: 1 });
    expect(placesOf(await dumpOf(world), [before])).toEqual([`public_credit.record.basis_document: ${before} (plain)`]);

    const { requestAs } = world.server;
    expect(await remakeAll(requestAs, 100)).toMatchObject({ subjects: 1, failed: 0 });
    expect(await remakeAll(requestAs, 100)).toMatchObject({ subjects: 0, failed: 0 });
    expect(placesOf(await dumpOf(world), [before, NAME])).toEqual([]);
    expect(await send(delivery(before, '963'))).toMatchObject({ accepted: 0, corrected: 0, unchanged: 1 });
    expect(await send(delivery(before, '963', '300.00'))).toMatchObject({ accepted: 0, corrected: 1 });
    const { data } = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: before } });
    expect(data.revokeBasis.records).toHaveLength(1);
  });
});
