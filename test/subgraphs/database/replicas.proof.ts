/**
 * What the public asks is read from a streaming replica that has replayed what the primary had when it was asked, and from the primary else: nothing that was corrected,
 * disputed or ended is shown longer because there is a replica. A proof: it starts servers.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { BANK_A, COMPANY, MARKET_REGULATION, openWorld, subject, type World } from '../../kit.ts';
import { serverAvailable } from '../../postgresql.ts';
import { type ReplicaServer, startReplica } from './replica-server.ts';

const LOOK = `{ subject(identifier: {type: USCC, value: "${COMPANY.value}"}) { name records(first: 200) { totalCount
  nodes { id version objection { raisedOn } item { code } ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }';
const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } } }';
const NOBODY = { unit: null, purpose: null, caseReference: null, subjectId: null } as const;
const PUBLIC = { role: 'PUBLIC', ...NOBODY, today: '2026-11-20' } as const;
const ON_REPLICA = {
  name: 'on-replica',
  text: 'select pg_is_in_recovery() as replica from rights.asked_subjects(array[gen_random_uuid()])',
};
const OF_LEDGER = {
  name: 'of-ledger',
  text: 'select pg_is_in_recovery() as replica, (select count(*) from ledger.checkpoint) is null as none',
};
/** Documents of records that a test delivers. */
const DOCUMENT = (number: number): string => `示例市监罚〔2026〕副${number}号`;
describe.skipIf(!serverAvailable())('public look-ups over a replica', () => {
  let replica: ReplicaServer;
  let world: World;
  const url = (): string => world.ownerUrl ?? '';

  beforeAll(async () => {
    replica = startReplica(inject('postgresql') ?? '');
    world = await openWorld('postgresql', {
      placed: async (own) => ({ REPLICA_URLS: replica.of(own), REPLICA_LAG_MAX_MS: '2000' }),
    });
    await ready();
  });
  afterAll(async () => {
    await world?.close();
    replica?.remove();
  });

  // What a test that failed left paused.
  afterEach(() => replica.resume().catch(() => undefined));

  const reads = () => world.server.platform.database.replicas;
  const counts = () => ({ ...reads()?.asked() });
  const look = async () => {
    const { data, errors } = await world.ask(null, LOOK);
    expect(errors).toBeUndefined();
    return data.subject;
  };
  /** What a question counts. */
  const by = async (ask: () => Promise<unknown>): Promise<Record<string, number>> => {
    const before = counts();
    await ask();
    const after = counts();
    return Object.fromEntries(
      Object.entries(after).flatMap(([name, count]) => {
        const more = count - (before[name as keyof typeof before] ?? 0);
        return more === 0 ? [] : [[name, more]];
      }),
    );
  };
  /** Until the replica is asked again: one that was behind or gone rests a moment. */
  const ready = async (): Promise<void> => {
    await vi.waitFor(async () => expect(await by(look)).toEqual({ replica: 1 }), { timeout: 120_000, interval: 100 });
  };
  /** What is answered from there. A busy machine may keep a replica behind for a moment. */
  const readBy = <Result>(from: string, ask: () => Promise<Result>): Promise<Result> =>
    vi.waitFor(
      async () => {
        let answer: Result | undefined;
        const counted = await by(async () => {
          answer = await ask();
        });
        expect(counted).toEqual({ [from]: 1 });
        return answer as Result;
      },
      { timeout: 120_000, interval: 100 },
    );
  const byNumber = async (number: number) =>
    (await look()).records.nodes.find((node: { documentNumber?: string }) => node.documentNumber === DOCUMENT(number));
  const deliver = async (number: number): Promise<{ readonly id: string; readonly version: number }> => {
    const record = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-09-01',
      basisDocument: DOCUMENT(number),
      content: {
        documentNumber: DOCUMENT(number),
        facts: '未按规定公示。',
        penaltyKinds: ['罚款'],
        fineYuan: '100.00',
      },
    };
    const { data, errors } = await world.ask(MARKET_REGULATION, SUBMIT, {
      input: { item: 'PENALTY-GENERAL', records: [record] },
    });
    expect(errors).toBeUndefined();
    expect(data.submitRecords).toEqual({ accepted: 1, rejected: [] });
    return byNumber(number);
  };
  const correct = async (record: string, fineYuan: string): Promise<void> => {
    const { errors } = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record, reason: '罚款金额录入有误', content: { fineYuan } },
    });
    expect(errors).toBeUndefined();
  };
  /** Version and display of the current row of a record, as the replica has it. */
  const onReplica = (record: string) =>
    replica.ask(url(), `select version, display from public_credit.record where id = '${record}' and current`);

  it('the public is answered from it, with the same bytes as from the primary', async () => {
    const fromReplica = await readBy('replica', look);
    await replica.pause();
    await world.ask(subject(COMPANY), '{ me { name } }');
    const fromPrimary = await readBy('behind', look);
    expect(fromReplica).toEqual(fromPrimary);
    await replica.resume();
    await ready();
  });

  it('nobody else is, and what is read of the ledger for the public is of the primary', async () => {
    for (const holder of [BANK_A, MARKET_REGULATION, subject(COMPANY)])
      expect(await by(() => world.ask(holder, LOOK, {}, { purpose: 'LOAN_ORIGINATION' }))).toEqual({});
    const transaction = await readBy('replica', () => world.server.platform.database.read(PUBLIC));
    expect(await transaction.query(ON_REPLICA, [])).toEqual([{ replica: true }]);
    expect(await transaction.query(OF_LEDGER, [])).toEqual([{ replica: false, none: false }]);
    await transaction.close();
    const bank = await world.server.platform.database.read({ ...PUBLIC, role: 'PARTY', unit: 'BANK-A' });
    expect(await bank.query(ON_REPLICA, [])).toEqual([{ replica: false }]);
    await bank.close();
  });

  it('A38.1 A39.3 a correction, the label of an objection and a revocation show at once, though the replica has none of them', async () => {
    const { id } = await deliver(1);
    await ready();
    await replica.pause();
    await correct(id, '88.00');
    expect(await onReplica(id)).toEqual([{ version: 1, display: 'DISPLAYED' }]);
    expect(await byNumber(1)).toMatchObject({ version: 2, fineYuan: '88.00', objection: null });

    const { errors } = await world.ask(subject(COMPANY), RAISE, {
      input: { about: 'RECORD', record: id, reasons: '金额仍有误。', lodgedWith: 'HLJ-AMR' },
    });
    expect(errors).toBeUndefined();
    expect(await byNumber(1)).toMatchObject({ objection: { raisedOn: '2026-11-20' } });

    const revoked = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: DOCUMENT(1) } });
    expect(revoked.data.revokeBasis.records).toEqual([{ displayed: false }]);
    expect(await byNumber(1)).toBeUndefined();
    expect(await onReplica(id)).toEqual([{ version: 1, display: 'DISPLAYED' }]);
    expect(counts().behind).toBeGreaterThan(2);

    await replica.resume();
    await ready();
    expect(await byNumber(1)).toBeUndefined();
  });

  it('A38.1 while records are corrected again and again, no answer to a question asked afterwards is older', async () => {
    const { id } = await deliver(2);
    await ready();
    const before = counts();
    for (let turn = 1; turn <= 15; turn += 1) {
      await correct(id, `${turn}.00`);
      const seen = await Promise.all([1, 2, 3, 4].map(() => byNumber(2)));
      expect(seen.map(({ fineYuan }) => fineYuan)).toEqual(Array(4).fill(`${turn}.00`));
    }
    const after = counts();
    // Both ways were gone, or the turns would show nothing of the replica.
    expect(after.replica ?? 0).toBeGreaterThan(before.replica ?? 0);
  });

  it('one that is too old by the clock of the primary is not asked, nor one that follows another life of it', async () => {
    for (const [set, back] of [
      [`at = at + interval '1 hour'`, `at = at - interval '1 hour'`],
      [`timeline = '0000000F'`, `timeline = '00000001'`],
    ]) {
      await ready();
      // In one go with a beat that is held back, until the question was asked.
      const held = await holdBeats(`update control.beat set ${set}`);
      await replica.caughtUp();
      expect(await by(look), set).toEqual({ behind: 1 });
      await held.release(`update control.beat set ${back}`);
    }
    await ready();
  });

  /** Changes the row and keeps others from writing it. */
  async function holdBeats(change: string): Promise<{ release(back: string): Promise<void> }> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url() });
    await client.connect();
    await client.query(`create function public.none() returns trigger language plpgsql as $$ begin return null; end $$; ${change};
      create trigger none before update on control.beat for each row execute function public.none()`);
    return {
      release: async (back) => {
        await client.query(`drop trigger none on control.beat; drop function public.none(); ${back}`);
        await client.end();
      },
    };
  }

  it('one that is frozen, and one that is gone, is not waited for: the primary answers, and the metrics say so', async () => {
    const plain = await readBy('replica', look);
    replica.freeze();
    try {
      expect(await by(async () => expect(await look()).toEqual(plain))).toEqual({ gone: 1 });
    } finally {
      replica.thaw();
    }
    await ready();
    replica.kill();
    expect(await by(async () => expect(await look()).toEqual(plain))).toEqual({ gone: 1 });
    const text = await world.server.metrics.text();
    expect(text).toMatch(/^credit_replica_ready\{place="1"\} 0$/m);
    expect(text).toMatch(/^credit_public_reads_total\{outcome="gone"\} [1-9]/m);
    replica.start();
    await ready();
    const then = await world.server.metrics.text();
    expect(then).toMatch(/^credit_replica_ready\{place="1"\} 1$/m);
    expect(then).toMatch(/^credit_replica_lag_max_seconds 2$/m);
    const counted = /^credit_database_connections(_max)?\{pool="(read|replica-1)"(,state="idle")?\} [1-9]/gm;
    expect(then.match(counted)).toHaveLength(4);
  });

  it('one that goes in the middle: nothing was read yet, the primary answers; else the question is refused, never mixed', async () => {
    const { database } = world.server.platform;
    const unread = await readBy('replica', () => database.read(PUBLIC));
    const half = await readBy('replica', () => database.read(PUBLIC));
    expect(await half.query(ON_REPLICA, [])).toEqual([{ replica: true }]);
    replica.kill();
    expect(await unread.query(ON_REPLICA, [])).toEqual([{ replica: false }]);
    await expect(half.query(ON_REPLICA, [])).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    await Promise.all([unread.close(), half.close()]);
    replica.start();
    await ready();
  });

  it('a server over a replica alone does not start, and says which setting takes it', async () => {
    const { openDatabase } = await import('../../../subgraphs/database/open.ts');
    const opening = openDatabase({ entities: [], url: replica.of(url()), loginPassword: 'of the tests' });
    await expect(opening).rejects.toThrow(
      /is a replica: it takes no writes\. Name the primary in DATABASE_URL, and this one in REPLICA_URLS\./,
    );
  });
});
