/** Two worlds: whether something fell or not, another unit is answered alike, to the byte (Articles 23 and 36). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, MARKET_REGULATION, NO_JOBS, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { acts, CITY, penalty } from './delivering.ts';

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  submissionId accepted unchanged corrected late rejected { row code message } } }`;
const REVOKE =
  'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } amendBy provisional recipientsToNotify } }';

onDatabaseOfStep('another unit', (kind) => {
  const worlds: World[] = [];
  beforeAll(async () => {
    for (let one = 0; one < 2; one += 1) worlds.push(await openWorld(kind, { environment: NO_JOBS }));
  });
  afterAll(() => Promise.all(worlds.map((world) => world.close())));

  const NUMBER = '哈市监罚〔2026〕401号';
  const bytes = async (world: World, query: string, input: object): Promise<string> => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await world.token(MARKET_REGULATION)}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    return `${response.status} ${(await response.text()).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')}`;
  };

  it('A23.5 A36.2 adversarial 100: what it delivers, delivers again, corrects by a delivery, brings new facts for, and revokes is answered alike; statements too', async () => {
    const [fell, never] = worlds as [World, World];
    // In one world a decision of the city fell; in the other another stands, which nobody delivers again.
    for (const [world, number] of [
      [fell, NUMBER],
      [never, '哈市监罚〔2026〕499号'],
    ] as const) {
      await acts(world).deliver(CITY, [penalty(number)]);
      await acts(world).revoke(CITY, number);
    }
    const rows = [penalty(NUMBER), penalty('哈市监罚〔2026〕402号'), penalty('', { occurredOn: '2026-13-01' })];
    const newFacts = { document: '黑市监复核〔2026〕3号', reason: '复核后作出新的认定' };
    const asked: readonly (readonly [query: string, input: object])[] = [
      [SUBMIT, { item: 'PENALTY-GENERAL', records: rows }],
      [SUBMIT, { item: 'PENALTY-GENERAL', records: rows }],
      [SUBMIT, { item: 'PENALTY-GENERAL', records: [penalty(NUMBER, {}, { facts: '更正后的事实' })] }],
      [SUBMIT, { item: 'PENALTY-GENERAL', records: [penalty(NUMBER, {}, { facts: '更正后的事实' })], newFacts }],
      [REVOKE, { basisDocument: NUMBER }],
      [REVOKE, { basisDocument: NUMBER }],
    ];
    for (const [query, input] of asked) {
      const sent: number[] = [];
      const answers: string[] = [];
      for (const world of worlds) {
        const before = world.server.platform.database.statements();
        answers.push(await bytes(world, query, input));
        sent.push(world.server.platform.database.statements() - before);
      }
      expect(answers[0]).toBe(answers[1]);
      if (query === SUBMIT) expect(sent[0]).toBe(sent[1]);
    }
    // Both sides: in one of them it was held all the while, in the other it was shown.
    expect((await acts(fell).shown(COMPANY)).filter(({ documentNumber }) => documentNumber === NUMBER)).toEqual([]);
  });
});
