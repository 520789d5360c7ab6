/**
 * Whether a unit was told of news was found by reading every entry of the ledger, once for each notice: its time counted the looks of all others at
 * everybody, and an acknowledgement took longer with every entry (Articles 23 and 39).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, type Identifier, LISTED, onDatabaseOfStep, TODAY } from '../../kit.ts';
import { type Bank, openBank } from './watching-bank.ts';

const SESSION = { role: 'PARTY', purpose: null, caseReference: null, subjectId: null, today: TODAY } as const;
const LOOKS = {
  name: 'looks-of-another',
  text: `insert into ledger.disclosure (id, subject_id, at, request_id, role, unit, purpose, channel, seen, items, records, bases)
    select gen_random_uuid(), $1::uuid, now(), gen_random_uuid(), 'PARTY', 'BANK-B', 'LOAN_ORIGINATION', 'WEB', 'DESENSITIZED', '{}',
      '[]', '[{"article": "23(1)"}]' from generate_series(1, 3000)`,
};
const TOLD = {
  name: 'told-explained',
  text: `explain (analyze, buffers, format json) select c.number from ledger.change c where c.recipient = 'BANK-A' and ledger.was_told(c)`,
};

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

onDatabaseOfStep('an acknowledgement', (kind) => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await openBank(kind);
  });
  afterAll(() => bank.world.close());

  it('A23.5 A39.4 adversarial 84: reads as many pages however often others looked at the subject, or at another', async () => {
    await bank.watch([COMPANY]);
    for (const number of [1, 2, 3])
      await bank.deliver(COMPANY, `示例公积金〔2026〕87${number}号`, { name: '哈尔滨示例冰雪设备有限公司' });
    // One is told, two are not yet.
    expect((await bank.page(1)).nodes).toHaveLength(1);
    const { database, secrets } = bank.platform;
    const look = (id: Identifier) =>
      database.execute({ ...SESSION, unit: 'BANK-B' }, 'ledger', LOOKS, [secrets.subjectId(id.type, id.value)]);
    const read = async (): Promise<{ told: number; pages: number }> => {
      const [row] = await database.execute<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        { ...SESSION, unit: BANK_A.unit },
        'control',
        TOLD,
        [],
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan as Plan;
      return { told: plan['Actual Rows'], pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
    };
    await read();
    const before = await read();
    expect(before.told).toBe(1);
    for (const id of [COMPANY, LISTED]) {
      await look(id);
      await read();
      const { told, pages } = await read();
      expect(told).toBe(1);
      expect(pages - before.pages).toBeLessThan(20);
    }
  });
});
