/** A request has its time: then it is given up with its statements, and nothing of it is disclosed or kept. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, databases, MARKET_REGULATION, MEI, openWorld, subject, type World } from '../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };

describe.runIf(databases().includes('postgresql'))('a request that takes too long', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql', {
      environment: { REQUEST_TIMEOUT_MS: '700', DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' },
    });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** While nobody can read records, or another table. */
  const locked = async <Result>(work: () => Promise<Result>, table = 'public_credit.record'): Promise<Result> => {
    await owner.query(`begin; lock table ${table} in access exclusive mode`);
    try {
      return await work();
    } finally {
      await owner.query('commit');
    }
  };
  const waiting = async (): Promise<number> => {
    const { rows } = await owner.query(
      "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0].waiting;
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200 && !(await holds()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await holds()).toBe(true);
  };
  const entries = async () =>
    (await owner.query('select count(*)::int as entries from ledger.disclosure')).rows[0].entries as number;

  it('A17.1 is given up with its statement, and nothing of it stands on the ledger', async () => {
    const before = await entries();
    await locked(async () => {
      const { status, errors } = await world.ask(BANK_A, NAME, { id: MEI }, LOAN);
      expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
      await until(async () => (await waiting()) === 0);
    });
    expect(await entries()).toBe(before);
    // The next one is answered, and is noted.
    expect((await world.ask(BANK_A, NAME, { id: MEI }, LOAN)).errors).toBeUndefined();
    expect(await entries()).toBeGreaterThan(before);
  });

  it('a hundred of them at once leave the server able to answer', async () => {
    await locked(async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => world.ask(BANK_A, NAME, { id: COMPANY }, LOAN)),
      );
      expect(answers.every(({ status }) => status === 503 || status === 200)).toBe(true);
      expect(
        answers.flatMap(({ errors }) => errors ?? []).every(({ extensions }) => extensions.code === 'UNAVAILABLE'),
      ).toBe(true);
      await until(async () => (await waiting()) === 0);
    });
    expect((await world.ask(subject(MEI), '{ me { name } }')).data.me.name).toBe('张小梅');
  });

  it('is given up too when whoever asked has gone', async () => {
    await locked(async () => {
      const leave = new AbortController();
      const asked = fetch(`${world.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: NAME, variables: { id: COMPANY } }),
        signal: leave.signal,
      }).catch(() => 'gone');
      await until(async () => (await waiting()) > 0);
      leave.abort();
      expect(await asked).toBe('gone');
      await until(async () => (await waiting()) === 0);
    });
  });

  it('a statement that the database stopped is told as one that took too long, on the routes of reports too', async () => {
    const answer = await locked(async () => {
      const asked = fetch(`${world.server.url}/verify/0b8a4f0e-6d1c-4c59-9a51-0a4f7a1f5a11`, {
        headers: { accept: 'application/json' },
      });
      await until(async () => (await waiting()) > 0);
      await owner.query(
        "select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return asked;
    }, 'ledger.report');
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([503, ['UNAVAILABLE']]);
  });

  it('what it would have changed is not kept', async () => {
    const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version } }';
    const QUERY =
      '{ subject(identifier: { type: USCC, value: "91239999MA1ABC019L" }) { records(items: ["PENALTY-GENERAL"]) { nodes { id version } } } }';
    const [penalty] = (await world.ask(null, QUERY)).data.subject.records.nodes;
    const input = { record: penalty.id, reason: '金额有误', content: { fineYuan: '7.00' } };
    await locked(async () => {
      const { status, errors } = await world.ask(MARKET_REGULATION, CORRECT, { input });
      expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    });
    // What still waited for the table got it by now, and threw its work away.
    await until(async () => (await waiting()) === 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await world.ask(null, QUERY)).data.subject.records.nodes[0]).toEqual(penalty);
    const done = await world.ask(MARKET_REGULATION, CORRECT, { input });
    expect(done.data.correctRecord).toEqual({ id: penalty.id, version: penalty.version + 1 });
  });
});
