/** A provider who told of a document that had fallen before the law set him a period was answered with a fault, and nothing ended. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MARKET_REGULATION, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';

const REVOKE = `mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } amendBy } }`;
const SUBMIT = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }';

onDatabaseOfStep('a document that fell long ago', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const deadlines = async () =>
    (
      await world.ask(MARKET_REGULATION, '{ deadlines(first: 50) { nodes { kind startedOn status } } }')
    ).data.deadlines.nodes.filter(({ kind }: { kind: string }) => kind === 'basis.tell');

  it.each([
    ['2022-06-30', []],
    ['2022-07-01', [{ kind: 'basis.tell', startedOn: '2022-07-01', status: 'LATE' }]],
  ])(
    'A38.2 what rests on a document that fell on %s ends, with a clock only where the law set one',
    async (happenedOn, clocks) => {
      const basisDocument = `示例罚〔2022〕${happenedOn}号`;
      const delivered = await world.ask(MARKET_REGULATION, SUBMIT, {
        input: {
          item: 'PENALTY-GENERAL',
          records: [
            {
              subject: { type: 'USCC', value: '91239999MA1ABC019L' },
              subjectName: '哈尔滨示例冰雪设备有限公司',
              occurredOn: '2026-11-18',
              basisDocument,
              content: {
                documentNumber: basisDocument,
                facts: '事实',
                penaltyKinds: ['罚款'],
                fineYuan: '10.00',
                displayUntil: '2027-03-01',
              },
            },
          ],
        },
      });
      expect(delivered.data.submitRecords).toEqual({ accepted: 1, rejected: [] });
      const { data, errors } = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument, happenedOn } });
      expect(errors).toBeUndefined();
      // One working day after Friday the 20th is Monday the 23rd.
      expect(data.revokeBasis).toEqual({ records: [{ displayed: false }], amendBy: '2026-11-23' });
      expect(await deadlines()).toEqual(clocks);
    },
  );
});
