import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  NOT_HELD,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  submissionId accepted unchanged corrected late rejected { row code message } } }`;
const OWN = `query { me { records(items: ["PENALTY-GENERAL"]) { totalCount nodes { version occurredOn
  source { unit { code } receivedAt submissionId } history { version change }
  ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;

const record = (changes: object = {}) => ({
  subject: COMPANY,
  subjectName: '哈尔滨示例冰雪设备有限公司',
  occurredOn: '2026-11-18',
  basisDocument: '黑市监罚〔2026〕9001号',
  content: { documentNumber: '黑市监罚〔2026〕9001号', fineYuan: '100.00' },
  ...changes,
});

onDatabaseOfStep('records taken in', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const submit = (records: readonly object[], item = 'PENALTY-GENERAL', holder: Holder | null = MARKET_REGULATION) =>
    world.ask(holder, SUBMIT, { input: { item, records } });
  const result = async (records: readonly object[], item?: string) => {
    const { data, errors } = await submit(records, item);
    expect(errors).toBeUndefined();
    const { submissionId, ...rest } = data.submitRecords;
    expect(submissionId).toMatch(/^[0-9a-f-]{36}$/);
    return { submissionId, rest };
  };

  it('A36.2 A35.1 A21.4 once is accepted, again is unchanged, changed is a new version that its subject sees', async () => {
    const counts = { accepted: 0, unchanged: 0, corrected: 0, late: 0, rejected: [] };
    const first = await result([record()]);
    expect(first.rest).toEqual({ ...counts, accepted: 1 });
    expect((await result([record()])).rest).toEqual({ ...counts, unchanged: 1 });
    const content = { documentNumber: '黑市监罚〔2026〕9001号', fineYuan: '90.00' };
    const second = await result([record({ content })]);
    expect(second.rest).toEqual({ ...counts, corrected: 1 });
    expect((await result([record({ content })])).rest).toEqual({ ...counts, unchanged: 1 });
    const { data } = await world.ask(subject(COMPANY), OWN);
    expect(data.me.records.totalCount).toBe(2);
    expect(data.me.records.nodes[0]).toEqual({
      version: 2,
      occurredOn: '2026-11-18',
      source: { unit: { code: 'HLJ-AMR' }, receivedAt: '2026-11-20T02:00:00.000Z', submissionId: second.submissionId },
      history: [
        { version: 1, change: 'ADDED' },
        { version: 2, change: 'CORRECTED' },
      ],
      documentNumber: '黑市监罚〔2026〕9001号',
      fineYuan: '90.00',
    });
  });

  it('A18.2 A18.3 A19.1 A19.2 A27.1 what is not acceptable comes back by row, and the rest is stored', async () => {
    const other = (changes: object) => record({ basisDocument: '黑市监罚〔2026〕9002号', ...changes });
    const { rest } = await result([
      other({ subject: { type: 'USCC', value: '91239999MA1ABC018L' } }),
      other({ subject: { type: 'CITIZEN_ID', value: '239999199003070017' } }),
      other({ simplifiedProcedure: true }),
      other({}),
      other({ basisDocument: null }),
      other({ occurredOn: '2022-06-30' }),
      other({ occurredOn: '2026-11-21' }),
      other({ occurredOn: '2026-02-29' }),
      other({ subjectName: ' ' }),
      other({ content: { bloodType: 'A' } }),
      other({ content: { favourite: 'x' } }),
      other({ content: [] }),
    ]);
    expect(rest).toMatchObject({ accepted: 1, unchanged: 0, corrected: 0, late: 0 });
    expect(rest.rejected.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
      [0, 'IDENTIFIER_CHECK_DIGIT'],
      [1, 'IDENTIFIER_CHECK_DIGIT'],
      [2, 'SIMPLIFIED_PROCEDURE'],
      [4, 'BASIS_REQUIRED'],
      [5, 'NO_ITEM_IN_FORCE'],
      [6, 'DATE_FUTURE'],
      [7, 'DATE'],
      [8, 'NAME'],
      [9, 'PROHIBITED'],
      [10, 'ELEMENT_UNKNOWN'],
      [11, 'CONTENT'],
    ]);
    expect(JSON.stringify(rest.rejected)).not.toContain('239999199003070017');
  });

  it('A20.1 about a natural person a consent is needed, unless the item cites a law that requires display', async () => {
    const person = { subject: NOT_HELD, subjectName: '未入库' };
    const plain = { ...person, occurredOn: '2026-11-18', basisDocument: '黑表〔2026〕1号', content: { title: '示例' } };
    const unit = { role: 'provider', unit: 'HLJ-HRSS' };
    const sent = async (records: object[]) => (await submit(records, 'COMMENDATION-GOV', unit)).data.submitRecords;
    expect(await sent([plain])).toMatchObject({ accepted: 0, rejected: [{ row: 0, code: 'CONSENT_REQUIRED' }] });
    expect(await sent([{ ...plain, consent: '同意书1号' }])).toMatchObject({ accepted: 1, rejected: [] });
    // A penalty cites the law on administrative penalties.
    expect((await result([record({ ...person, basisDocument: '黑市监罚〔2026〕9003号' })])).rest).toMatchObject({
      accepted: 1,
    });
  });

  it('A21.1 a delivery after the item’s time limit is stored and told as late', async () => {
    // Seven working days before 20 November 2026 is the 11th: the 14th and 15th are a weekend, no holiday lies between.
    const on = (occurredOn: string) => [record({ occurredOn, basisDocument: `黑市监罚〔2026〕${occurredOn}号` })];
    expect((await result(on('2026-11-11'))).rest).toMatchObject({ accepted: 1, late: 0 });
    expect((await result(on('2026-11-10'))).rest).toMatchObject({ accepted: 1, late: 1 });
  });

  it('A21.4 only the unit that the catalog names delivers an item, and only a provider', async () => {
    const reason = async (item: string, holder: Holder | null) =>
      (await submit([record()], item, holder)).errors?.[0]?.extensions.reason;
    expect(await reason('PENALTY-GENERAL', { role: 'provider', unit: 'HLJ-TAX' })).toBe('NOT_PROVIDING_UNIT');
    expect(await reason('ARREARS-TAX', MARKET_REGULATION)).toBe('NOT_PROVIDING_UNIT');
    expect(await reason('NO-SUCH-ITEM', MARKET_REGULATION)).toBe('ITEM_UNKNOWN');
    expect(await reason('PENALTY-GENERAL', OPERATOR)).toBe('ROLE');
    // A unit that is no operator is not let in as one.
    expect(await reason('PENALTY-GENERAL', { role: 'operator', unit: 'HLJ-AMR' })).toBe('ROLE_NOT_OF_UNIT');
    expect(await reason('PENALTY-GENERAL', subject(COMPANY))).toBe('ROLE');
    expect(await reason('PENALTY-GENERAL', null)).toBe('IDENTITY_REQUIRED');
    const many = await submit(Array.from({ length: 1_001 }, () => record()));
    expect(many.errors?.[0]?.extensions.reason).toBe('BATCH_SIZE');
  });
});
