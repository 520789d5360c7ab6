import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinSubjects } from '../../../subgraphs/index.ts';
import { type Identifier, MARKET_REGULATION, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import { deliveryOf, type Held, idOf, plantRecord } from '../../subgraphs/planted-subjects.ts';

/** 林测试, held under the old number too. */
const LIN: Identifier = { type: 'CITIZEN_ID', value: '239999198508080055' };
const OLD = ['OTHER_DOCUMENT', '239999850808005'] as const;
const ENTITY = '7c9d5b4e-0000-4000-8000-000000000001';

onDatabaseOfStep('subjects that are joined', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const plantLinked = (held: Held, id: string) =>
    world.server.requestAs({ role: 'DEPARTMENT', unit: 'HLJ-COURT' }).write('designate', (em) =>
      em.execute(
        `insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document, designated_on, displayed_until, display,
           designating_unit, responsible_as, on_account_subject, on_account_of)
         values ('${idOf(world, held)}', '${id}', true, 'DEFAULTER', 'LIST-DEFAULTER', 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION', '执〔2026〕1号',
           '2026-11-20', '2028-11-20', 'DISPLAYED', 'HLJ-COURT', 'LEGAL_REPRESENTATIVE', '${idOf(world, ['USCC', '91239999MA2ABC029U'])}', '${ENTITY}')`,
      ),
    );

  it('A19.1 A33.1 a person who was named under both numbers in one decision is named once, and the server starts', async () => {
    await plantRecord(world, OLD, '林测试', '旧〔2026〕8号');
    const delivered = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: { item: 'PENALTY-GENERAL', records: [deliveryOf(LIN, '林测试', '旧〔2026〕8号')] } },
    );
    expect(delivered.data.submitRecords.accepted).toBe(1);
    await plantLinked(OLD, '7c9d5b4e-0000-4000-8000-000000000002');
    await plantLinked([LIN.type, LIN.value], '7c9d5b4e-0000-4000-8000-000000000003');
    await expect(joinSubjects(world.server.requestAs)).resolves.toBe(1);
    const { data } = await world.ask(subject(LIN), '{ me { designations { basisDocument } } }');
    expect(data.me.designations).toEqual([{ basisDocument: '执〔2026〕1号' }]);
  });

  it('A38.1 what is stored under the old number once more is joined too; the twin that became history is answered as no record, and not with a fault', async () => {
    const twin = await plantRecord(world, OLD, '林测试', '旧〔2026〕9号');
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: { item: 'PENALTY-GENERAL', records: [deliveryOf(LIN, '林测试', '旧〔2026〕9号')] } },
    );
    expect(await joinSubjects(world.server.requestAs)).toBe(1);
    const { errors } = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      {
        input: {
          record: ownIdOf(world, MARKET_REGULATION, twin),
          reason: '金额有误',
          content: { fineYuan: '11.00' },
        },
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });
});
