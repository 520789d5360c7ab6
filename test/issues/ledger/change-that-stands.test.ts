/** A change that was made was told as if nothing had happened, where what it shows could not be written to the ledger: whoever repeated it made it twice. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_JOBS, openWorld, type World } from '../../kit.ts';
import { CITY, PLEDGE, RECORD } from '../../stories/pledging.ts';

const input = { ...PLEDGE, document: '哈市监诺〔2026〕示例711号' };
const CASE = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '案711' };
const LOOK = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { pledges { content } } }';

describe('a change whose answer cannot be written to the ledger', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('pglite', { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const id = input.subject;

  it('A17.1 A45.1 is told to have been made, and is not shown; a question is told that nothing is disclosed', async () => {
    const { database } = world.server.platform;
    const { execute } = database;
    const broken = vi
      .spyOn(database, 'execute')
      .mockImplementation((session, role, ...rest) =>
        role === 'ledger' ? Promise.reject(new Error('The ledger is full.')) : execute(session, role, ...rest),
      );
    try {
      const { data, errors } = await world.ask(CITY, RECORD, { input });
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        {
          message:
            'The change was made. What it would have shown could not be written to the ledger, so it is not shown.',
          extensions: {
            code: 'FORBIDDEN',
            reason: 'LEDGER_UNAVAILABLE',
            article: '17',
            help: 'Do not send it again; read the result later.',
          },
        },
      ]);
      const asked = await world.ask(CITY, LOOK, { id }, CASE);
      expect([asked.data, asked.errors?.map(({ message }) => message)]).toEqual([
        null,
        ['The disclosure could not be written to the ledger, so nothing is disclosed.'],
      ]);
    } finally {
      broken.mockRestore();
    }
    // It stands: the same document is not taken twice.
    expect((await world.ask(CITY, RECORD, { input })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    // As usual it is shown, too.
    const { data } = await world.ask(CITY, RECORD, { input: { ...input, document: '哈市监诺〔2026〕示例712号' } });
    expect(data.recordPledge.id).toBeDefined();
  });
});
