import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinSubjects } from '../../../subgraphs/index.ts';
import { BANK_A, openWorld, type World } from '../../kit.ts';
import { plantEntry, plantRecord } from '../../subgraphs/planted-subjects.ts';

/**
 * What was held as a company was shown under the stored id. Since it is a person's the bank is told of its correction under an id of its own, which it was
 * never given: it cannot find what it holds.
 */
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

it('A39.4 a notice about what was held as a company names the record as the bank was given it', async () => {
  const CODE = ['USCC', '239999198606030318'] as const;
  const given = await plantRecord(world, CODE, '张测试', '旧〔2026〕3号');
  await plantEntry(world, CODE, given);
  expect(await joinSubjects(world.server.requestAs)).toBe(1);
  const { data } = await world.ask(BANK_A, '{ changes(first: 200) { nodes { kind recordId } } }');
  expect(data.changes.nodes).toContainEqual({ kind: 'CORRECTED', recordId: given });
});
