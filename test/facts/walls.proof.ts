/**
 * All facts on all walls: every combination that can be held in tables is asked of the scope in SQL and of the row policies, each alone, on both
 * databases. It takes minutes.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { onEachDatabase } from '../kit.ts';
import { COMBINATIONS, possible } from './combinations.ts';
import { differences } from './compare.ts';
import { type FactsDatabase, openEmpty, plant, TABLES } from './plant.ts';
import { FACTS_CALLERS } from './walls.ts';

onEachDatabase('all facts on the walls', (kind) => {
  let facts: FactsDatabase;
  beforeAll(async () => {
    facts = await openEmpty(kind);
    await plant(facts.database);
  });
  afterAll(() => facts.close());

  it('A22.1 A23.1 A23.2 A23.3 A23.5 A24.3 A36.1 A37.2 the scope in SQL and the row policies answer alike, each alone', async () => {
    const asked = new Set<number>();
    const began = performance.now();
    const found = await differences(facts.database, snapshotReader(), FACTS_CALLERS, asked);
    expect(found.slice(0, 20)).toEqual([]);
    const missing: number[] = [];
    for (let number = 0; number < COMBINATIONS; number += 1)
      if (possible(number) && !asked.has(number)) missing.push(number);
    expect(missing).toEqual([]);
    expect([...asked].every(possible)).toBe(true);
    process.stdout.write(
      `\n── ${kind}: ${asked.size} combinations, ${FACTS_CALLERS.length} callers, ${TABLES.length} tables, ${((performance.now() - began) / 1_000).toFixed(0)} s\n`,
    );
  }, 600_000);
});
