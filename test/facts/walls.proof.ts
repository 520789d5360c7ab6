/**
 * All facts on all walls: every combination that can be held in tables is asked of the scope in SQL and of the row policies, each alone, on both
 * databases. It takes minutes.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { onEachDatabase } from '../kit.ts';
import { COMBINATIONS, possible } from './combinations.ts';
import { differences } from './compare.ts';
import { type FactsDatabase, openEmpty } from './facts-database.ts';
import { LONE_SUBJECTS, plantLone, subjectsDiffer } from './lone-subjects.ts';
import { plant, TABLES } from './plant.ts';
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

  it('A23.3 A23.5 A24.3 A37.2 a subject of which a caller may see no row is not there for it, whatever table holds the row', async () => {
    await plantLone(facts.database);
    const found: string[] = [];
    // One whose only row is withheld from all others, and gone for itself too, is there for itself all the same.
    const alone = LONE_SUBJECTS.filter(({ row }) => row.fact === 'ARCHIVED').slice(0, 4);
    // Only of parties and departments does it depend on what they have: of the other roles those are asked that have most.
    const callers = FACTS_CALLERS.filter(
      ({ role, unit, purposeStated, caseStated }) =>
        role === 'PARTY' ||
        role === 'DEPARTMENT' ||
        (role !== 'ANALYST' && purposeStated && caseStated && unit.agreements === 'PURPOSE' && unit.duties === 'ONE'),
    );
    const [asSubject] = callers.filter(({ role }) => role === 'SUBJECT');
    if (asSubject === undefined) throw new Error('There is no calling subject.');
    for (const caller of [...callers, ...alone.map(({ row }) => ({ ...asSubject, self: row.subject.id }))])
      found.push(...(await subjectsDiffer(facts.database, caller)));
    expect(found.slice(0, 10)).toEqual([]);
  }, 600_000);
});
