/**
 * Every root field, asked by everybody with its whole answer, reads no part of records or disclosures whole, but where a line here says why. So a statement that is added is
 * held to it without being named. A proof, for it fills a database.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootQuestions } from '../../gateway/root-fields.ts';
import { COMPANY, databases, NO_JOBS, openWorld, subject, type World } from '../../kit.ts';
import { ASKERS, GIVEN } from '../../stories/who-may-ask.ts';
import { fillingEntries } from './entries.ts';
import { type Reading, watch } from './readings.ts';
import { filling } from './writers.ts';

const PART = /^(?:record_[0-7]|disclosure_(?:earlier|later|20\d\d))$/;

/** Statements that read parts whole, and why they may. */
const WHOLE: Readonly<Record<string, string>> = {
  'ledger-counts-DAY-all': 'counts all that an overseer may read, where it names no time and no unit',
  'ledger-total-all': 'the same, as one number, and only where it is asked for',
  'ledger-outside': 'verifies the whole ledger',
};
/** Some that must be among those that were read: else nothing was shown. */
const SEEN = [
  'disclosures',
  'disclosure-one',
  'ledger-entries-all',
  'records-first-one',
  'record-history',
  'subjects',
  'matter-records-one',
];

describe.runIf(databases().includes('postgresql'))('every field over parts', () => {
  let world: World;
  const readings: Reading[] = [];
  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: { ...NO_JOBS, RATE_UNIT: '1000000' } });
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query(filling(1, 80_000));
    await owner.query(fillingEntries(1, 60_000));
    await owner.query('analyze');
    await owner.end();
    watch(world, PART, readings);
  });
  afterAll(() => world.close());

  it('A17.1 A36.2 no root field, whoever asks it, reads a part whole', { timeout: 600_000 }, async () => {
    const askers = [...Object.values(ASKERS), { holder: subject(COMPANY), headers: {} }];
    const questions = await rootQuestions(world, GIVEN, 2);
    for (const { holder, headers } of askers)
      for (const { query, variables } of questions) await world.ask(holder, query, variables, headers);
    expect(questions.length).toBeGreaterThan(30);
    const read = new Set(readings.map(({ statement }) => statement));
    expect(SEEN.filter((statement) => !read.has(statement))).toEqual([]);
    const whole = [...new Set(readings.filter(({ how }) => how === 'WHOLE').map(({ statement }) => statement))].sort();
    expect(whole).toEqual(Object.keys(WHOLE).sort());
  });
});
