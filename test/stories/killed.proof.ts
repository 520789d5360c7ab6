/**
 * The server is killed (SIGKILL) under load, at random moments and while it publishes a checkpoint, and started again. What a client received is on the ledger, always;
 * checkpoints stay consistent (Article 17). `KILLS=50 npm run proof -- killed` for the long run.
 * A proof, for it starts a server for each kill.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { addDays, todayIn } from '../../schema/law/clocks/calendar.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { type Answer, COMPANY, MEI, makeDatabase, onEachDatabase } from '../kit.ts';
import { PARTY_CHECK } from './operations.ts';

const KILLS = Number(process.env.KILLS ?? 2);
const CALLERS = 6;
/** A development server publishes checkpoints at multiples of this. */
const PUBLISHED_MS = 5_000;
const CHECKPOINT = '{ ledgerCheckpoint { size rootHash } }';
const CODES = [
  ...new Set(
    readFileSync(
      new URL('../../subgraphs/public-credit/sample/registrations-gleif.csv', import.meta.url),
      'utf8',
    ).match(/\b9[0-9A-Z]{17}\b/g),
  ),
];

interface Child {
  readonly url: string;
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
}

function start(environment: Readonly<Record<string, string>>): Promise<Child> {
  const child = spawn(process.execPath, ['gateway/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (part: Buffer) => {
      told += part.toString();
      const url = /Ready in .* at (http\S+)\/graphql/.exec(told)?.[1];
      if (url !== undefined) resolve({ url, process: child, ended });
    });
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${told}`)));
  });
}

interface Checkpoint {
  readonly size: number;
  readonly rootHash: string;
}

onEachDatabase('a server that is killed', (kind) => {
  it(`A17.1 A17.2 answers nothing that is not on the ledger, killed ${KILLS} times under load`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-killed-'));
    const database = kind === 'postgresql' ? await makeDatabase() : undefined;
    const environment = { DATA_DIR: folder, ...(database === undefined ? {} : { DATABASE_URL: database.url }) };
    let child = await start(environment);
    const issuer: DevelopmentIssuer = await openDevelopmentIssuer(folder);
    const token = (claims: Record<string, string>) => issuer.signAt({ sub: 'test', ...claims }, '1h', new Date());
    const bank = await token({ role: 'party', unit: 'BANK-A' });
    const operator = await token({ role: 'operator', unit: 'HLJ-CREDIT' });
    const mei = await token({ role: 'subject', subject: `${MEI.type}:${MEI.value}` });

    const ask = async (bearer: string, query: string, variables: object = {}) => {
      const response = await fetch(`${child.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${bearer}`,
          'credit-purpose': 'LOAN_ORIGINATION',
        },
        body: JSON.stringify({ query, variables }),
      });
      return {
        id: response.headers.get('x-request-id') ?? '',
        ...((await response.json()) as Omit<Answer, 'status'>),
      };
    };
    const today = todayIn(new Date());
    const agreed = await ask(
      operator,
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

    const received = new Set<string>();
    const checkpoints: Checkpoint[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      let loading = true;
      let took = 0;
      const callers = Array.from({ length: CALLERS }, async (_, caller) => {
        for (let asked = caller; loading; asked += 1) {
          const id = asked % 5 === 0 ? COMPANY : { type: 'USCC', value: CODES[asked % CODES.length] };
          try {
            const answer = caller === 0 ? await ask(mei, '{ me { name } }') : await ask(bank, PARTY_CHECK, { id });
            if ((answer.data?.me ?? answer.data?.subject ?? null) !== null) {
              received.add(answer.id);
              took += 1;
            }
          } catch {
            // The server is gone: an answer that did not arrive was not received.
          }
        }
      });
      while (took < 5) await new Promise((resolve) => setTimeout(resolve, 20));
      const published = PUBLISHED_MS - (Date.now() % PUBLISHED_MS);
      const moment = kill % 2 === 0 ? randomInt(0, 900) : published + randomInt(0, 60);
      await new Promise((resolve) => setTimeout(resolve, moment));
      child.process.kill('SIGKILL');
      loading = false;
      await Promise.all(callers);
      await child.ended;
      child = await start({ ...environment, SAMPLE: 'off' });
      const seen = (await ask(operator, CHECKPOINT)).data.ledgerCheckpoint;
      if (seen !== null) checkpoints.push(seen);
    }
    const verify = () =>
      ask(
        operator,
        `{ verifyLedger { intact pending fault firstBroken } ledgerCheckpoint { size rootHash signedAt } }`,
      );
    let { data } = await verify();
    // What the killed ones left waits for the next published time.
    for (let tries = 0; tries < 100 && data.verifyLedger.pending > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      ({ data } = await verify());
    }
    expect(data.verifyLedger).toEqual({ intact: true, pending: 0, fault: null, firstBroken: null });
    const newest = data.ledgerCheckpoint as Checkpoint & { readonly signedAt: string };
    expect([newest.size % 64, Date.parse(newest.signedAt) % PUBLISHED_MS]).toEqual([0, 0]);
    const root = (text: string): Buffer => Buffer.from(text, 'base64');
    for (const seen of checkpoints) {
      const proof = await ask(
        operator,
        'query ($from: Int!, $to: Int!) { ledgerConsistency(from: $from, to: $to) { hashes } }',
        {
          from: seen.size,
          to: newest.size,
        },
      );
      expect(
        verifyConsistency(
          { size: seen.size, root: root(seen.rootHash) },
          { size: newest.size, root: root(newest.rootHash) },
          proof.data.ledgerConsistency.hashes.map(root),
        ),
      ).toBe(true);
    }
    child.process.kill('SIGKILL');
    await child.ended;

    const config = readConfig({ DATA_DIR: folder });
    const reader = await openDatabase({
      entities: ENTITIES,
      ...(database === undefined ? { folder } : { url: database.url }),
      loginPassword: config.secrets.login,
    });
    const session = {
      role: 'OPERATOR',
      unit: null,
      purpose: null,
      caseReference: null,
      subjectId: null,
      today,
    } as const;
    const written = await reader.write(
      session,
      'sequencer',
      async (em) =>
        (await sql<{ id: string }>`select request_id as id from ledger.disclosure`.execute(em.getKysely())).rows,
    );
    const counts = await reader.write(
      session,
      'ledger',
      async (em) =>
        (
          await sql<{ used: number; subjects: number }>`select q.used, (select count(*)::int from ledger.quota_subject s
          where s.agreement_id = q.agreement_id and s.day = q.day) as subjects from ledger.quota q`.execute(
            em.getKysely(),
          )
        ).rows,
    );
    await reader.close();
    const onLedger = new Set(written.map(({ id }) => id));
    expect(received.size).toBeGreaterThanOrEqual(5 * KILLS);
    expect([...received].filter((id) => !onLedger.has(id))).toEqual([]);
    for (const { used, subjects } of counts) expect(used).toBe(subjects);
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 1_200_000);
});
