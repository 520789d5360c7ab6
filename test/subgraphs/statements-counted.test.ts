/** What a question costs the database. A look-up that needs one statement more is noticed here, not in a benchmark. */
import { expect, it } from 'vitest';
import { BANK_A, COMPANY, type Headers, type Holder, MEI, onDatabaseOfStep, sharedWorld, subject } from '../kit.ts';
import { MY_RECORD, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../stories/operations.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const STATED = PARTY_BATCH.replace('nodes { id', 'nodes { ownStatement { text } id');

onDatabaseOfStep('statements of a question', (kind) => {
  it.each<[string, Holder | null, string, Readonly<Record<string, unknown>>, Headers, number]>([
    // Who it is, records, designations, incentives, pledges and registration, and what the caller may see.
    ['a look-up by anyone', null, PUBLIC_LOOKUP, { id: COMPANY, first: 10 }, {}, 6],
    // Who it is, records, what collectors keep, designations, and the entry of the ledger with the authorizations that it rests on.
    ['a check by a bank', BANK_A, PARTY_CHECK, { id: MEI }, LOAN, 6],
    ['a batch of a hundred', BANK_A, PARTY_BATCH, { ids: Array.from({ length: 100 }, () => COMPANY) }, LOAN, 4],
    // One more for all records of all subjects.
    ['the same with what subjects state', BANK_A, STATED, { ids: Array.from({ length: 100 }, () => COMPANY) }, LOAN, 5],
    ['her own record', subject(MEI), MY_RECORD, { first: 10 }, {}, 10],
  ])(
    'A23.5 %s takes as many as it took when a subject was a row of its own',
    async (_name, holder, query, variables, headers, most) => {
      const world = await sharedWorld(kind, 'reading');
      const { database } = world.server.platform;
      await world.ask(holder, query, variables, headers);
      const before = database.statements();
      expect((await world.ask(holder, query, variables, headers)).errors).toBeUndefined();
      expect(database.statements() - before).toBe(most);
    },
  );
});
