import { describe, expect, it } from 'vitest';
import { databases, openWorld } from '../../kit.ts';

const LIST = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name incentives { id } } }';

/** A name that only an incentive stated was given to whoever asked while the incentive was taken off, and nobody was told. */
describe.runIf(databases().includes('postgresql'))('an answer that the removal of an incentive overtakes', () => {
  it('A39.4 is not given', async () => {
    const world = await openWorld('postgresql');
    try {
      const labour = { role: 'department', unit: 'HLJ-HRSS' } as const;
      const id = { type: 'USCC', value: '91239999MA9XY0172R' };
      const made = await world.ask(
        labour,
        'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }',
        {
          input: {
            subject: id,
            subjectName: '黑龙江测试守信有限公司',
            list: 'MODEL',
            decisionNumber: '黑诚信典〔2026〕9号',
            basisDocument: '示例公告',
          },
        },
      );
      expect(made.errors).toBeUndefined();
      const shown = await world.ask(null, LIST, { id });
      expect(shown.data.subject.name).toBe('黑龙江测试守信有限公司');
      const request = world.server.requestAs({ role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
      await request.snapshot();
      const { subjectId } = world.server.platform.secrets;
      request.disclose({
        subjectId: subjectId('USCC', id.value),
        personal: false,
        items: ['INCENTIVE-MODEL'],
        records: [{ id: made.data.designateIncentive.id, version: 1 }],
        seen: 'DESENSITIZED',
      });
      const removed = await world.ask(
        labour,
        'mutation ($id: ID!) { removeIncentive(id: $id, reason: "名称有误") { id } }',
        { id: made.data.designateIncentive.id },
      );
      expect(removed.errors).toBeUndefined();
      await expect(request.settle()).rejects.toMatchObject({ extensions: { reason: 'OVERTAKEN' } });
    } finally {
      await world.close();
    }
  });
});
