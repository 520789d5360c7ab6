/**
 * The server is killed (SIGKILL) under load, at random moments and while it publishes a checkpoint, and started again. What a client received is on the ledger, always;
 * checkpoints stay consistent (Article 17). Meanwhile webhooks are called, and texts are redacted: no notice is lost or told twice (Article 39), and no
 * text shows a name that is known (Article 23). `KILLS=500 KILL_MINUTES=30 npm run proof -- killed` for the long run, which says what it saw.
 * A proof, for it starts a server for each kill.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addDays, todayIn } from '../../schema/law/clocks/calendar.ts';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { BANK_A, COMPANY, MEI, makeDatabase, OPERATOR, onEachDatabase, subject } from '../kit.ts';
import { WatchingBank } from './killed-feed.ts';
import { KilledServer } from './killed-server.ts';
import { NamedTexts } from './killed-texts.ts';
import { PARTY_CHECK } from './operations.ts';

const KILLS = Number(process.env.KILLS ?? 2);
/** No more are begun after so long. */
const MINUTES = Number(process.env.KILL_MINUTES ?? 60);
const TIMEOUT_MS = 120_000 + KILLS * 20_000;
const CALLERS = 4;
/** A development server publishes checkpoints at multiples of this. */
const PUBLISHED_MS = 5_000;
const CHECKPOINT = '{ ledgerCheckpoint { size rootHash } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };
/** A minute has passed: what was being called when the server was killed is due again. */
const MINUTE_PASSED = `update ledger.delivery set next_at = next_at - interval '1 minute' where state = 'PENDING'`;
const CODES = [
  ...new Set(
    readFileSync(
      new URL('../../subgraphs/public-credit/sample/registrations-gleif.csv', import.meta.url),
      'utf8',
    ).match(/\b9[0-9A-Z]{17}\b/g),
  ),
];

interface Checkpoint {
  readonly size: number;
  readonly rootHash: string;
}

const untilPublished = (): number => PUBLISHED_MS - (Date.now() % PUBLISHED_MS);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

onEachDatabase('a server that is killed', (kind) => {
  const says = `answers nothing that is not on the ledger, tells each once, and shows no known name, killed ${KILLS} times`;
  it(`A17.1 A17.2 A23.4 A39.4 ${says}`, { timeout: TIMEOUT_MS }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-killed-'));
    const database = kind === 'postgresql' ? await makeDatabase() : undefined;
    const server = new KilledServer(folder, database?.url);
    onTestFinished(async () => {
      await server.kill();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.start({});
    const ask = server.ask.bind(server);
    const today = todayIn(new Date());
    const agreed = await ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      {
        input: {
          party: 'BANK-A',
          items: ['ARREARS-FUND', 'ARREARS-SOCIAL'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: today,
          validUntil: addDays(today, 30),
          dailyQuota: 100_000,
        },
      },
    );
    expect(agreed.errors).toBeUndefined();
    const bank = new WatchingBank(server, CODES);
    onTestFinished(() => bank.close());
    await bank.open();
    const texts = new NamedTexts(server);

    const received = new Set<string>();
    const checkpoints: Checkpoint[] = [];
    const seen = {
      kills: 0,
      published: 0,
      callOpen: 0,
      starting: 0,
      startingRemaking: 0,
      serving: 0,
      servingRemaking: 0,
    };
    const until = Date.now() + MINUTES * 60_000;
    for (let kill = 0; kill < KILLS && Date.now() < until; kill += 1) {
      let loading = true;
      let took = 0;
      const isPublished = kill % 2 === 1;
      const faults: unknown[] = [];
      const isLoading = () => loading;
      const take = (id: string): void => {
        received.add(id);
        took += 1;
      };
      /** Until the server is gone: an answer that did not arrive was not received. */
      const under = (work: (round: number) => Promise<unknown>): Promise<void> =>
        (async () => {
          for (let round = 0; loading; round += 1) await work(round);
        })().catch((error: unknown) => {
          if (loading || (error as Error).name === 'AssertionError') faults.push(error);
        });
      // The load begins just before the published time.
      if (isPublished) await pause(Math.max(0, untilPublished() - 1_000));
      const load = [
        ...Array.from({ length: CALLERS }, (_, caller) =>
          under(async (round) => {
            const asked = caller + round;
            const id = asked % 5 === 0 ? COMPANY : { type: 'USCC', value: CODES[asked % CODES.length] };
            const answer = await (caller === 0
              ? ask(subject(MEI), '{ me { name } }')
              : ask(BANK_A, PARTY_CHECK, { id }, LOAN));
            if ((answer.data?.me ?? answer.data?.subject ?? null) !== null) take(answer.id);
          }),
        ),
        under(async () => {
          await bank.follow(take);
          await pause(20);
        }),
        under(async (round) => (round === 0 ? bank.provide(kill, isLoading, take) : pause(20))),
        under(async (round) => (round === 0 ? texts.teach(isLoading) : pause(20))),
      ];
      while (took < 5 && faults.length === 0) await pause(20);
      await pause(isPublished ? untilPublished() + randomInt(0, kill % 4 === 1 ? 60 : 600) : randomInt(0, 900));
      seen.published += Number(isPublished);
      seen.callOpen += Number(bank.cut() > 0);
      seen.kills += 1;
      loading = false;
      await server.kill();
      await Promise.all(load);
      expect(faults).toEqual([]);

      // Texts of an earlier version wait: the next start is killed while it makes them anew, or, of more than it makes first, while it serves.
      const isBeyond = kill % 4 === 1;
      const { due } = await texts.stateAfter(MINUTE_PASSED, ...(kill % 4 === 3 ? [] : texts.plant(isBeyond)));
      if (isBeyond) {
        await server.start();
        const checking = texts.check().catch((error: unknown) => {
          if ((error as Error).name === 'AssertionError') faults.push(error);
        });
        await pause(randomInt(0, 800));
        await server.kill();
        await checking;
        expect(faults).toEqual([]);
        seen.serving += 1;
      } else if (kill % 2 === 0 && due > 0) {
        await server.killWhileStarting(server.startMs * (0.3 + Math.random() * 0.7));
        seen.starting += 1;
      }
      if (kill % 4 !== 3) {
        const left = await texts.stateAfter();
        if (left.due > 0 && left.due < due) seen[isBeyond ? 'servingRemaking' : 'startingRemaking'] += 1;
      }
      await server.start();
      await texts.check();
      await bank.checkFeed([CODES[kill % CODES.length] ?? '']);
      const checkpoint = (await ask(OPERATOR, CHECKPOINT)).data.ledgerCheckpoint;
      if (checkpoint !== null) checkpoints.push(checkpoint);
      if (process.env.KILLS !== undefined && kill % 5 === 4)
        process.stderr.write(`${kind} ${JSON.stringify({ ...seen, ...bank.figures })}\n`);
    }
    await bank.checkEnd();
    await texts.check(true);
    const verify = () =>
      ask(
        OPERATOR,
        `{ verifyLedger { intact pending fault firstBroken } ledgerCheckpoint { size rootHash signedAt } }`,
      );
    let { data } = await verify();
    // What the killed ones left waits for the next published time.
    for (let tries = 0; tries < 100 && data.verifyLedger.pending > 0; tries += 1) {
      await pause(200);
      ({ data } = await verify());
    }
    expect(data.verifyLedger).toEqual({ intact: true, pending: 0, fault: null, firstBroken: null });
    const newest = data.ledgerCheckpoint as Checkpoint & { readonly signedAt: string };
    expect([newest.size % 64, Date.parse(newest.signedAt) % PUBLISHED_MS]).toEqual([0, 0]);
    const root = (text: string): Buffer => Buffer.from(text, 'base64');
    for (const before of checkpoints) {
      const proof = await ask(
        OPERATOR,
        'query ($from: Int!, $to: Int!) { ledgerConsistency(from: $from, to: $to) { hashes } }',
        {
          from: before.size,
          to: newest.size,
        },
      );
      expect(
        verifyConsistency(
          { size: before.size, root: root(before.rootHash) },
          { size: newest.size, root: root(newest.rootHash) },
          proof.data.ledgerConsistency.hashes.map(root),
        ),
      ).toBe(true);
    }
    await server.kill();
    expect(await texts.stateAfter()).toEqual({ due: 0, torn: 0 });

    const written = await server.asOwner<{ id: string }>('select request_id as id from ledger.disclosure');
    const counts = await server.asOwner<{ used: number; subjects: number }>(
      `select q.used, (select count(*)::int from ledger.quota_subject s where s.agreement_id = q.agreement_id and s.day = q.day) as subjects
        from ledger.quota q`,
    );
    const onLedger = new Set(written.map(({ id }) => id));
    expect(received.size).toBeGreaterThanOrEqual(5 * seen.kills);
    expect([...received].filter((id) => !onLedger.has(id))).toEqual([]);
    for (const { used, subjects } of counts) expect(used).toBe(subjects);
    if (process.env.KILLS !== undefined)
      process.stderr.write(
        `${JSON.stringify({ kind, ...seen, received: received.size, entries: onLedger.size, checkpoints: checkpoints.length, ...bank.figures, ...texts.figures })}\n`,
      );
  });
});
