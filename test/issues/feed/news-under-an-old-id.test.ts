import { expect, it } from 'vitest';
import { settleCalls, takeUpCalls } from '../../../subgraphs/feed/webhook-delivery.ts';
import { BANK_A, MARKET_REGULATION, MEI, NO_JOBS, onDatabaseOfStep, openWorld, TODAY } from '../../kit.ts';
import { asKnownTo } from '../../own-ids.ts';

const RECORDS =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';

onDatabaseOfStep('a call that was taken though its answer was lost', (kind) => {
  it('A39.4 is made again under its id, and what is new since comes under another: none is dropped as a replay', async () => {
    const world = await openWorld(kind, { environment: NO_JOBS });
    try {
      const { platform } = world.server;
      await world.ask(BANK_A, 'mutation { registerWebhook(url: "https://receiver.example/") { url } }');
      const { data } = await world.ask(BANK_A, RECORDS, { id: MEI }, { purpose: 'LOAN_ORIGINATION' });
      const { id } = data.subject.records.nodes.find(
        ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
      );
      const record = asKnownTo(world, MARKET_REGULATION, BANK_A, id);
      const correct = (fineYuan: string) =>
        world.ask(MARKET_REGULATION, CORRECT, { input: { record, reason: '金额有误', content: { fineYuan } } });
      const call = async (minute: number) => {
        world.setNow(`${TODAY}T10:${minute}:00+08:00`);
        const calls = await takeUpCalls(platform);
        await settleCalls(
          platform,
          calls.map((one) => ({ ...one, error: 'no answer in time' })),
        );
        return calls.map(({ id, body }) => ({ id, count: JSON.parse(body).count }));
      };
      await correct('71.00');
      const first = await call(10);
      expect(first).toEqual([{ id: expect.any(String), count: 1 }]);
      expect(await call(20)).toEqual(first);
      await correct('72.00');
      const [news] = await call(30);
      expect(news?.count).toBe(2);
      expect(news?.id).not.toBe(first[0]?.id);
      expect(await call(45)).toEqual([news]);
    } finally {
      await world.close();
    }
  });
});
