/** A decision of another authority under the same bare number as one that fell (Articles 27 and 38). */
import { expect, it } from 'vitest';
import { onDatabaseOfStep, openWorld } from '../../kit.ts';
import { acts, PROVINCE, penalty } from '../../stories/comeback/delivering.ts';

onDatabaseOfStep('the same bare number', (kind) => {
  it('A27.1 A36.2 a decision of another authority is shown, or comes back with a reason; it is not taken in unseen', async () => {
    const world = await openWorld(kind);
    const by = acts(world);
    const number = '〔2026〕771号';
    await by.deliver(PROVINCE, [penalty(number)]);
    await by.revoke(PROVINCE, number);
    const other = penalty(number, {}, { authorityName: '齐齐哈尔市市场监督管理局', facts: '其他事实' });
    const { rejected } = await by.deliver(PROVINCE, [other]);
    const shown = (await by.shown()).filter(({ documentNumber }) => documentNumber === number);
    expect(shown.length + rejected.length).toBe(1);
    await world.close();
  });
});
