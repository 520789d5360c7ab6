/** An entry of a question that is open never shrinks, whoever says it once more as it was: what must hold of it is asked of the row as it stands when it is written. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { session } from '../facts/facts-database.ts';
import { databases } from '../kit.ts';
import { openWithOwner, type WithOwner } from './database/with-owner.ts';
import { entryOfPart, RECORD_PART } from './question-parts.ts';

const REQUEST = '019aca00-0000-7000-8000-000000000001';
const ID = '019aca00-0000-7000-8000-00000000000a';
const AS = session('PROVIDER', { unit: 'U' });

describe.runIf(databases().includes('postgresql'))('two that write one entry at once', () => {
  let database: WithOwner['database'];
  let owner: WithOwner['owner'];
  let close: WithOwner['close'];
  beforeAll(async () => {
    ({ database, owner, close } = await openWithOwner());
  });
  afterAll(() => close());
  /** Whether the other session waits for a lock. */
  const waits = async (): Promise<boolean> =>
    (await owner.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
      .rowCount === 1;

  it('A17.1 A35.1 the one that waited may not take away what the other one added', async () => {
    const said = (items: readonly string[]): string => JSON.stringify([entryOfPart(REQUEST, ID, items)]);
    await database.execute(AS, 'ledger', RECORD_PART, [REQUEST, 0, said(['A'])]);
    const added = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const adds = database.write(AS, 'ledger', async (em) => {
      await sql`select ledger.record_part(${REQUEST}::uuid, 'by', 1, '{}'::jsonb, 60000, ${said(['A', 'B'])}::jsonb)`.execute(
        em.getKysely(),
      );
      added.resolve();
      await held.promise;
    });
    await added.promise;
    // Whoever has the role of the ledger may say an entry without taking the question for it.
    const shrinks = database.write(AS, 'ledger', async (em) => {
      await sql`select ledger.grow(${REQUEST}::uuid, ${said(['A'])}::jsonb)`.execute(em.getKysely());
    });
    shrinks.catch(() => undefined);
    while (!(await waits())) await sleep(50);
    held.resolve();
    await adds;
    await expect(shrinks).rejects.toThrow('An entry would lose something.');
    const { rows } = await owner.query(
      'select items, jsonb_array_length(records) as records from ledger.disclosure where id = $1',
      [ID],
    );
    expect(rows).toEqual([{ items: ['A', 'B'], records: 2 }]);
  });
});
