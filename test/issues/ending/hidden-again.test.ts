/** What is hidden stays hidden where the same thing is delivered or designated once more (Article 37 §1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_JOBS, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { commendation, done, HIDE, HRSS, itemsSeen, ownRecord } from '../../stories/hiding/hiding.ts';
import { LABOUR } from '../../stories/listing.ts';
import { COMPANY_NEW, penalty, submit } from '../../stories/withheld.ts';

const REWARD = 'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }';
const input = {
  subject: COMPANY_NEW,
  subjectName: '黑龙江测试不露面有限公司',
  list: 'MODEL',
  decisionNumber: '黑诚信〔2026〕88号',
  basisDocument: '黑诚信〔2026〕88号',
};

onDatabaseOfStep('hidden, and sent again', (kind) => {
  let world: World;
  const own = subject(COMPANY_NEW);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
    await submit(world, 'PENALTY-GENERAL', penalty(COMPANY_NEW, 81));
  });
  afterAll(() => world.close());

  it('A37.1 a commendation that is hidden stays so where it comes again with its number spelled otherwise', async () => {
    const spelled = (number: string) => ({
      basisDocument: number,
      content: { title: '先进单位', awardedBy: '示例机关', documentNumber: number },
    });
    await submit(world, 'COMMENDATION-GOV', commendation(COMPANY_NEW, 1, spelled('黑示例〔2026〕881号')), HRSS);
    const { id } = await ownRecord(world, COMPANY_NEW, 'COMMENDATION-GOV');
    await done(world, own, HIDE, { id });
    for (const number of [
      '黑示例[2026]881号',
      '黑示例（2026）881号',
      '黑示例〔２０２６〕８８１号',
      '黑示例 〔2026〕 881 号',
    ]) {
      await world.ask(HRSS, 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }', {
        input: { item: 'COMMENDATION-GOV', records: [commendation(COMPANY_NEW, 1, spelled(number))] },
      });
      expect([number, (await itemsSeen(world, null, COMPANY_NEW))?.items]).toEqual([number, ['PENALTY-GENERAL']]);
    }
  });

  it('A37.1 a place on a list of incentives that is hidden stays so where the same decision is entered once more', async () => {
    const { designateIncentive } = await done(world, LABOUR, REWARD, { input });
    await done(world, own, HIDE, { id: designateIncentive.id });
    await world.ask(LABOUR, REWARD, { input });
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { incentives { id } } }',
      { id: COMPANY_NEW },
    );
    expect(data.subject.incentives).toEqual([]);
  });
});
