/**
 * Texts as they are kept: what one record of a subject tells masks all its texts, forms are made anew without a gap, and what left is told as it left
 * (Articles 23, 35 and 36).
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { declareUnsafe, redactionStatus, remakeAll } from '../../subgraphs/redaction/job.ts';
import {
  BANK_A,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { storedId } from '../own-ids.ts';
import { fetchReport, make, verify } from '../stories/report-kit.ts';
import { COMPANY_NEW, DESK_CASE, decision, LOAN, PERSON_NEW, QUIET, submit, TEXTS } from '../stories/withheld.ts';

const SHOWN = 'query ($id: ID!) { disclosure(id: $id) { shownRecords { version content } } }';
onDatabaseOfStep('texts as they are kept', (kind) => {
  let world: World;
  let minute = 0;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const later = () => {
    minute += 1;
    world.setNow(`${TODAY}T11:${String(minute).padStart(2, '0')}:00+08:00`);
  };
  const read = async (
    about: typeof COMPANY_NEW,
    number: number,
    holder: Parameters<World['ask']>[0] = null,
    headers = {},
  ) => {
    const { data, errors } = await world.ask(holder, TEXTS, { id: about }, headers);
    expect(errors).toBeUndefined();
    // Where it is withheld the number is too: then the one that is new to the caller.
    const isIt = ({ documentNumber = '' }) =>
      documentNumber?.endsWith(`74${number}号`) || documentNumber === WITHHELD_TEXT;
    return data.subject.records.nodes.find(isIt);
  };
  const asOwner = (statement: string) =>
    world.server.requestAs({ role: 'OPERATOR' }).write('due', (em) => sql.raw(statement).execute(em.getKysely()));

  describe('what becomes known later', () => {
    it('A23.4 A35.1 adversarial 77: masks the text of before in the same transaction; who saw it is told what left', async () => {
      later();
      await submit(world, 'PENALTY-GENERAL', decision(COMPANY_NEW, 1, { facts: QUIET }));
      later();
      const before = await read(COMPANY_NEW, 1, BANK_A, LOAN);
      expect(before).toMatchObject({ version: 1, facts: QUIET, withheldTexts: [] });
      const report = await make(world, BANK_A, { subject: COMPANY_NEW }, LOAN);
      const first = await ownLook();
      later();
      // The record that tells it is open to nobody.
      await submit(
        world,
        'PENALTY-MINOR',
        decision(COMPANY_NEW, 2, { facts: '未明码标价。', legalRepresentativeName: '安宁' }),
      );
      later();
      for (const [holder, headers] of [
        [null, {}],
        [BANK_A, LOAN],
      ] as const)
        expect(await read(COMPANY_NEW, 1, holder, headers)).toMatchObject({
          version: 1,
          facts: '夜间施工影响周边安*。',
        });
      for (const [holder, headers] of [
        [subject(COMPANY_NEW), {}],
        [PERMIT_OFFICE, DESK_CASE],
      ] as const)
        expect(await read(COMPANY_NEW, 1, holder, headers)).toMatchObject({ facts: QUIET });
      const second = await ownLook();
      expect(first).not.toBe(second);
      const shown = async (id: string, holder = subject(COMPANY_NEW) as Parameters<World['ask']>[0]) =>
        (await world.ask(holder, SHOWN, { id })).data.disclosure.shownRecords.map(
          ({ content }: { content: { facts: string } }) => content.facts,
        );
      expect([await shown(first), await shown(second)]).toEqual([[QUIET], ['夜间施工影响周边安*。']]);
      expect(await shown(first, OPERATOR)).toEqual(['夜间施工影响周边安*。']);
      expect([report.status, (await verify(world, report.body.id)).body.status]).toEqual([201, 'SUPERSEDED']);
      const again = await fetchReport(world, BANK_A, report.body.id, 'application/jose', LOAN);
      expect(again.status).toBe(410);
    });

    it('A36.3 A39.3 is no new version, and tells no feed', async () => {
      const { data } = await world.ask(BANK_A, '{ changes(first: 200) { nodes { kind } } }', {}, LOAN);
      expect(data.changes.nodes).toEqual([]);
      const { data: own } = await world.ask(
        subject(COMPANY_NEW),
        '{ me { records { nodes { version history { version change } } } } }',
      );
      for (const { history } of own.me.records.nodes) expect(history).toEqual([{ version: 1, change: 'ADDED' }]);
    });

    it('A23.4 adversarial 76: is not forgotten by a correction or a redelivery that does not say it', async () => {
      const { id } = await read(COMPANY_NEW, 2, subject(COMPANY_NEW));
      const correct = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
      const { errors } = await world.ask(MARKET_REGULATION, correct, {
        input: { record: id, reason: '法定代表人有误', content: { legalRepresentativeName: null } },
      });
      expect(errors).toBeUndefined();
      await submit(world, 'PENALTY-GENERAL', decision(COMPANY_NEW, 1, { facts: QUIET, content: '警告，恢复安宁' }));
      expect(await read(COMPANY_NEW, 1)).toMatchObject({
        version: 2,
        facts: '夜间施工影响周边安*。',
        content: '警告，恢复安*',
      });
    });

    it('A23.4 adversarial 77: who has a row of the same delivery is masked in the text of another row', async () => {
      const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }`;
      const other = decision(COMPANY_NEW, 8, { facts: '现场由常淑海负责。' });
      const { data } = await world.ask(MARKET_REGULATION, SUBMIT, {
        input: {
          item: 'PENALTY-GENERAL',
          records: [other, decision(PERSON_NEW, 9, { facts: '未明码标价。' }, { subjectName: '常淑海' })],
        },
      });
      expect(data.submitRecords).toEqual({ accepted: 2, rejected: [] });
      expect(await read(COMPANY_NEW, 8)).toMatchObject({ facts: '现场由常**负责。' });
    });

    it('A23.5 and masks nothing of another subject', async () => {
      await submit(world, 'PENALTY-GENERAL', decision(PERSON_NEW, 3, { facts: QUIET }));
      expect(await read(PERSON_NEW, 3)).toMatchObject({ facts: QUIET });
    });
  });

  describe('a version that is declared unsafe', () => {
    const MASKED = '钱**在测试路未明码标价。';
    const WHOLE = '钱测试在测试路未明码标价。';

    it('A23.4 is withheld at once from everybody but the subject and an identified duty', async () => {
      later();
      await submit(
        world,
        'PENALTY-GENERAL',
        decision(MEI, 5, { facts: '张小梅在测试路未明码标价。', content: '警告' }, { subjectName: '张小梅' }),
      );
      await asOwner(`select public_credit.keep_forms(jsonb_build_array(jsonb_build_object('place', 'RECORD', 'subject', '${mei()}', 'id', '${storedId(world, null, (await read(MEI, 5)).id)}',
        'version', 1, 'redaction', 1, 'content', jsonb_build_object('documentNumber', '黑市监罚〔2026〕745号', 'penaltyKinds', '["警告"]'::jsonb, 'facts', '张小梅在测试路未明码标价。'))))`);
      await asOwner(`update public_credit.known_values set redaction = 1 where subject_id = '${mei()}'`);
      for (const [holder, headers] of [
        [null, {}],
        [BANK_A, LOAN],
      ] as const)
        expect(await read(MEI, 5, holder, headers)).toMatchObject({
          facts: WITHHELD_TEXT,
          withheldTexts: ['facts', 'penaltyKinds', 'documentNumber'],
          penaltyKinds: [WITHHELD_TEXT],
        });
      expect(await read(MEI, 5, subject(MEI))).toMatchObject({
        facts: '张小梅在测试路未明码标价。',
        withheldTexts: [],
      });
      expect(await read(MEI, 5, PERMIT_OFFICE, DESK_CASE)).toMatchObject({
        facts: '张小梅在测试路未明码标价。',
        withheldTexts: [],
      });
    });

    it('A23.4 and made anew it is read again, masked', async () => {
      const status = await redactionStatus(world.server.requestAs);
      expect(status.subjects).toContainEqual({ version: 1, subjects: 1 });
      later();
      const made = await remakeAll(world.server.requestAs, 10);
      expect([made.subjects, made.failed, made.texts > 0]).toEqual([1, 0, true]);
      expect(await read(MEI, 5)).toMatchObject({ facts: '张**在测试路未明码标价。', version: 1, withheldTexts: [] });
      expect((await redactionStatus(world.server.requestAs)).subjects.map(({ version }) => version)).toEqual([
        REDACTION_VERSION,
      ]);
    });

    it('A23.4 while many are made anew, the process goes on with what else it does', async () => {
      const MANY = 40;
      await asOwner(
        `insert into public_credit.known_values (subject_id, redaction) select gen_random_uuid(), 1 from generate_series(1, ${MANY})`,
      );
      let turns = 0;
      let isDone = false;
      const turn = (): void => {
        turns += 1;
        if (!isDone) setImmediate(turn);
      };
      turn();
      expect((await remakeAll(world.server.requestAs, 20)).subjects).toBe(MANY);
      isDone = true;
      expect(turns).toBeGreaterThan(MANY);
    });

    it('A23.4 A36.3 the present version too, with the reports that hold it; the subject’s own report stays', async () => {
      await submit(world, 'PENALTY-GENERAL', decision(PERSON_NEW, 6, { facts: WHOLE }));
      expect(await read(PERSON_NEW, 6)).toMatchObject({ facts: MASKED });
      const reports = [await make(world, BANK_A, { subject: COMPANY_NEW }, LOAN), await make(world, subject(MEI), {})];
      expect(reports.map(({ status }) => status)).toEqual([201, 201]);
      later();
      await declareUnsafe(world.server.requestAs, REDACTION_VERSION, 'A kind of name is not found.');
      expect(await read(PERSON_NEW, 6)).toMatchObject({
        facts: WITHHELD_TEXT,
        withheldTexts: ['facts', 'penaltyKinds', 'documentNumber'],
      });
      const states = await Promise.all(reports.map(async ({ body }) => (await verify(world, body.id)).body.status));
      expect(states).toEqual(['SUPERSEDED', 'CURRENT']);
      expect((await redactionStatus(world.server.requestAs)).unsafe.map(({ version }) => version)).toEqual([
        1,
        REDACTION_VERSION,
      ]);
    });
  });

  const mei = (): string => world.server.platform.secrets.subjectId('CITIZEN_ID', MEI.value);
  /** The company's newest entry of the bank. */
  async function ownLook(): Promise<string> {
    const { data } = await world.ask(
      subject(COMPANY_NEW),
      '{ me { disclosures(first: 5) { nodes { id recipient { code } } } } }',
    );
    return data.me.disclosures.nodes.find(
      (node: { recipient: { code: string | null } }) => node.recipient.code === 'BANK-A',
    ).id;
  }
});
