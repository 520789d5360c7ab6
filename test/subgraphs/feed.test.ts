/** The feed of changes under writers and readers at once: every change once, in order, none skipped (Article 39). */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, MARKET_REGULATION, onDatabaseOfStep, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';
import { asKnownTo, storedId } from '../own-ids.ts';
import { penaltyRows } from '../stories/sample-files.ts';

const RECORDS = `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(first: 200, items: ["PENALTY-GENERAL"]) { nodes { id version } } } }`;
const CHANGES = `query ($first: Int, $after: String) { changes(first: $first, after: $after) { nodes { recordId version kind } pageInfo { endCursor hasNextPage } } }`;
const CORRECT = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例案号' };

onDatabaseOfStep('the feed under concurrent writers', (kind) => {
  let world: World;
  let records: string[] = [];
  let fine = 1;
  beforeAll(async () => {
    world = await openWorld(kind);
    const ids = [...new Set(penaltyRows().map((row) => row.CF_XDR_SHXYM))]
      .filter((value): value is string => /^9\w{17}$/.test(value ?? ''))
      .slice(0, 40)
      .map((value) => ({ type: 'USCC', value }));
    for (const [holder, headers] of [
      [BANK_A, LOAN],
      [PERMIT_OFFICE, CASE],
    ] as const) {
      const { data } = await world.ask(holder, RECORDS, { ids }, headers);
      records = data.subjects.flatMap(
        (one: { records: { nodes: { id: string }[] } } | null) => one?.records.nodes.map(({ id }) => id) ?? [],
      );
    }
    expect(records.length).toBeGreaterThan(5);
  });
  afterAll(() => world.close());

  const correct = async (record: string): Promise<string> => {
    fine += 1;
    const { data, errors } = await world.ask(MARKET_REGULATION, CORRECT, {
      input: {
        record: asKnownTo(world, MARKET_REGULATION, PERMIT_OFFICE, record),
        reason: '金额有误',
        content: { fineYuan: `${fine}.00` },
      },
    });
    expect(errors).toBeUndefined();
    return `${storedId(world, PERMIT_OFFICE, record)} ${data.correctRecord.version}`;
  };

  /** Reads on from a cursor until it has seen as many as were written, in pages of these sizes. */
  const reader = (holder: typeof BANK_A | typeof PERMIT_OFFICE) => {
    let after: string | null = null;
    const seen: string[] = [];
    return {
      seen,
      page: async (first: number): Promise<boolean> => {
        const { data } = await world.ask(holder, CHANGES, { first, after });
        seen.push(
          ...data.changes.nodes.map(
            (node: { recordId: string; version: number }) =>
              `${storedId(world, holder, node.recordId)} ${node.version}`,
          ),
        );
        after = data.changes.pageInfo.endCursor;
        return data.changes.pageInfo.hasNextPage;
      },
    };
  };

  it('A39.4 never skips and never repeats, whatever the sizes of the pages', async () => {
    const bank = reader(BANK_A);
    const office = reader(PERMIT_OFFICE);
    const written: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 4, maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 6 }),
        async (picks, sizes) => {
          const writing = Promise.all(picks.map((pick) => correct(records[pick % records.length] as string)));
          for (const size of sizes) await Promise.all([bank.page(size), office.page(size)]);
          written.push(...(await writing));
        },
      ),
      { numRuns: kind === 'pglite' ? 4 : 8 },
    );
    for (const { page } of [bank, office]) while (await page(200));
    for (const { seen } of [bank, office]) {
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.toSorted()).toEqual(written.toSorted());
      // Versions of one record come in their order.
      for (const [record, versions] of Map.groupBy(seen, (line) => line.split(' ')[0] ?? ''))
        expect([record, versions]).toEqual([
          record,
          versions.toSorted((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1])),
        ]);
    }
    // From the beginning, as after a restart with an old cursor or none.
    const again = reader(BANK_A);
    while (await again.page(3));
    expect(again.seen).toEqual(bank.seen);
  });
});
