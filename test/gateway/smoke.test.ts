import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, MEI, onEachDatabase, openWorld, type World } from '../kit.ts';

onEachDatabase('the door', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A23.2 opens agreement items to a party within agreement and authorization, and not without a purpose', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records(items: ["ARREARS-FUND"]) { totalCount } } }';
    const seen = await world.ask(BANK_A, query, { id: MEI }, { purpose: 'LOAN_ORIGINATION' });
    expect(seen).toEqual({ status: 200, data: { subject: { name: '张**', records: { totalCount: 1 } } } });
    const refused = await world.ask(BANK_A, query, { id: MEI });
    expect(refused.data).toEqual({ subject: null });
    expect(refused.errors?.[0]?.extensions.reason).toBe('PURPOSE_REQUIRED');
  });
});
