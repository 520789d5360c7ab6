/** A proof: it opens a world of its own for what one test shows. */
import { expect, it } from 'vitest';
import { COMPANY, openWorld, soonest } from '../../kit.ts';

const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected rejected { row code } } }';

it('A21.4 a unit registers no organization that another one registers, and its own as often as it likes', async () => {
  const world = await openWorld(soonest());
  try {
    const record = (legalName: string) => ({
      subject: COMPANY,
      subjectName: legalName,
      occurredOn: '2026-11-18',
      content: { legalName },
    });
    const send = (unit: string, item: string, legalName: string) =>
      world.ask({ role: 'provider', unit }, SUBMIT, { input: { item, records: [record(legalName)] } });
    const foreign = await send('HLJ-CIVIL', 'REG-ORG', '别的名称');
    expect(foreign.data.submitRecords).toEqual({
      accepted: 0,
      corrected: 0,
      rejected: [{ row: 0, code: 'REGISTERED_ELSEWHERE' }],
    });
    const name = async () =>
      (
        await world.ask(null, 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }', {
          id: COMPANY,
        })
      ).data.subject.name;
    expect(await name()).toBe('哈尔滨示例冰雪设备有限公司');
    const own = await send('HLJ-AMR', 'REG-ENTERPRISE', '哈尔滨示例冰雪装备有限公司');
    expect(own.data.submitRecords).toMatchObject({ corrected: 1, rejected: [] });
    expect(await name()).toBe('哈尔滨示例冰雪装备有限公司');
  } finally {
    await world.close();
  }
});
