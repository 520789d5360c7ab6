/**
 * Disclosures are moved into parts while a gateway answers: each answer stands in the ledger once, what the sequencer adds and what is erased meanwhile is carried over, and
 * every proof and checkpoint of before verifies after. A proof, for it fills a database of the release before, serves it, and kills what moves.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { giveUp, partition } from '../../../subgraphs/database/migrate/partition/move.ts';
import { roleNames } from '../../../subgraphs/database/roles.ts';
import { asServerOwner } from '../../../subgraphs/database/server.ts';
import { verifyProof } from '../../../subgraphs/ledger/ledger.ts';
import { verifyConsistency } from '../../../subgraphs/ledger/merkle.ts';
import type { Proof } from '../../../subgraphs/ledger/proof.ts';
import { databases, NO_JOBS } from '../../kit.ts';
import { makeOwned } from '../../subgraphs/database/owned.ts';
import { type Asked, copyKeys, kept, releasedDatabase } from '../released.ts';
import { fillingEntries, REQUEST } from './entries.ts';

const RELEASE = '0.2.0';
const ROWS = 20_000;
/** Of them so many wait for the sequencer while they are moved. */
const WAITING = 3_000;
/** Until May 2026: before the day on which the release was asked last. */
const DAYS = 500;
const ROOT = join(import.meta.dirname, '../../..');
const RECORD = 'public_credit.record';
const MINE = `request_id = '${REQUEST}'`;

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

describe.runIf(databases().includes('postgresql'))('disclosures are moved into parts', () => {
  it('A17.1 A17.2 A35.1 while answers are given, added to the tree and erased; killed in the middle and resumed', {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-ages-'));
    copyKeys(RELEASE, folder);
    const before = kept(RELEASE);
    let now = new Date(before.at);
    const old = await makeOwned('postgresql');
    const url = old.url ?? '';
    await old.ask(releasedDatabase(RELEASE, old.name));
    await old.open();
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const environment = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: url,
      DATA_DIR: folder,
    };
    const count = async (where: string): Promise<number> =>
      (await owner.query(`select count(*)::int as n from ledger.disclosure where ${where}`)).rows[0].n;
    const erase = async (id: string): Promise<void> => {
      await owner.query('begin');
      await owner.query(`set local role "${roleNames(old.name).control}"`);
      await owner.query(
        `update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}', records = '[]', bases = '[]',
           salt = null, erased_at = '2026-11-20T03:00:00Z', erasure_reason = 'by order' where id = $1`,
        [id],
      );
      await owner.query('commit');
    };
    let server: Server | undefined;
    let running = true;
    try {
      await owner.query(fillingEntries(1, ROWS, DAYS));
      await owner.query(`insert into ledger.pending (entry_id) select id from ledger.disclosure where ${MINE}`);
      await owner.query('analyze ledger.disclosure');
      server = await startServer(
        readConfig({ ...environment, PORT: '0', LOG_LEVEL: 'silent', CHECKPOINT_MINUTES: '10', ...NO_JOBS }),
        { now: () => now, inMemory: true, log: pino({ level: 'silent' }) },
      );
      const { issuer, url: at, platform } = server;
      const publish = (): Promise<void> => {
        now = platform.sequencer.nextAfter(now);
        return platform.sequencer.publish();
      };
      const asked = async ({ holder, query, variables, headers }: Omit<Asked, 'answer'>) => {
        const token = await issuer?.signAt({ sub: holder?.unit ?? 'subject', ...holder }, '15m', now);
        const response = await fetch(`${at}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
          body: JSON.stringify({ query, variables }),
        });
        // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
        return { id: response.headers.get('x-request-id') ?? '', answer: (await response.json()) as any };
      };
      const by = (holder: Asked['holder'], query: string) =>
        asked({ holder, query, variables: {}, headers: {} }).then(({ answer }) => answer.data);
      const operator = (query: string) => by({ role: 'operator', unit: 'HLJ-CREDIT' }, query);
      const VERIFY = '{ verifyLedger { intact entries pending fault } ledgerCheckpoint { size rootHash } }';

      // All but some get their places before; those wait.
      await owner.query(
        `create table public.later as select id as entry_id from ledger.disclosure where ${MINE} order by md5(id::text) limit ${WAITING};
         delete from ledger.pending where entry_id in (select entry_id from public.later)`,
      );
      await publish();
      await owner.query('insert into ledger.pending (entry_id) select entry_id from public.later');
      const first = await operator(VERIFY);
      expect(first.verifyLedger).toMatchObject({ intact: true, fault: null });
      expect(first.verifyLedger.entries).toBeGreaterThanOrEqual(ROWS - WAITING);
      await owner.query(`create table public.kept as select * from ledger.disclosure where ${MINE}`);
      // Records are in parts already: this is about what is moved behind them.
      await asServerOwner(url, (one) => partition(one, { onSlice: (table) => table === RECORD }));
      await asServerOwner(url, giveUp);

      // A bank that asks, and again.
      const check = before.asked.find(
        ({ holder, answer }) => holder?.unit === 'BANK-A' && JSON.stringify(answer.data).includes('records'),
      ) as Asked;
      const faults: string[] = [];
      const answered: string[] = [];
      const banks = [0, 1].map(async () => {
        while (running) {
          const { id, answer } = await asked(check).catch((error) => ({ id: '', answer: { errors: String(error) } }));
          if (answer.errors !== undefined) faults.push(JSON.stringify(answer.errors));
          else answered.push(id);
        }
      });

      const killed = spawn(process.execPath, ['gateway/commands/partition.ts', '--run'], {
        cwd: ROOT,
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let told = '';
      await new Promise<void>((resolve, reject) => {
        killed.stderr.setEncoding('utf8').on('data', (line: string) => {
          told += line;
          if (told.split('\n').length > 2) resolve();
        });
        killed.once('exit', () => reject(new Error(told)));
      });
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect(told).toMatch(/^ledger\.disclosure: 500 rows of about \d+, /);
      const moved = async (): Promise<number> =>
        (await owner.query('select count(*)::int as n from ledger.disclosure_parts')).rows[0].n;
      expect(await moved()).toBeLessThan(ROWS);

      // In the middle of it: an entry that was copied is erased, and one that was not; those that wait get their commitments and places.
      const erased: string[] = [];
      for (const order of ['id', 'id desc']) {
        const { rows } = await owner.query(
          `select id from public.kept where id not in (select entry_id from public.later) order by ${order} limit 1`,
        );
        erased.push(rows[0].id);
        await erase(rows[0].id);
      }
      const sofar = answered.length;
      await publish();
      const done = await promisify(execFile)(process.execPath, ['gateway/commands/partition.ts', '--run'], {
        cwd: ROOT,
        env: environment,
      });
      expect(done.stdout).toBe('public_credit.record was in parts already.\nledger.disclosure is in parts.\n');
      // Over parts it goes on.
      const then = answered.length;
      while (answered.length < then + 10 && faults.length === 0) await new Promise((next) => setTimeout(next, 20));
      running = false;
      await Promise.all(banks);
      expect(faults).toEqual([]);
      expect(sofar).toBeGreaterThan(0);
      expect(then).toBeGreaterThan(sofar);

      // Each answer once, in the part of its year.
      const { rows: entries } = await owner.query(
        `select request_id::text as id, count(*)::int as entries, min(tableoid::regclass::text) as part from ledger.disclosure
          where request_id = any ($1::uuid[]) group by 1`,
        [answered],
      );
      expect(new Set(answered).size).toBe(answered.length);
      expect(entries).toHaveLength(answered.length);
      expect(entries.filter((row) => row.entries !== 1 || row.part !== 'ledger.disclosure_2026')).toEqual([]);

      // Every entry of before is there as it was, but for what was erased and what got its commitment.
      expect(await count(MINE)).toBe(ROWS);
      const { rows: changed } = await owner.query<{ id: string; was: string; is: string }>(
        `select d.id, (to_jsonb(k) - 'salt' - 'commitment')::text as was, (to_jsonb(d) - 'salt' - 'commitment')::text as is
           from public.kept k join ledger.disclosure d on d.id = k.id where to_jsonb(k) <> to_jsonb(d)`,
      );
      const { rows: later } = await owner.query<{ id: string }>('select entry_id as id from public.later');
      expect(changed.map(({ id }) => id).sort()).toEqual([...later.map(({ id }) => id), ...erased].sort());
      expect(changed.filter(({ id, was, is }) => was !== is && !erased.includes(id))).toEqual([]);
      expect(await count(`${MINE} and commitment is null`)).toBe(0);
      expect(await count(`${MINE} and erased_at is not null and subject_id is null and salt is null`)).toBe(2);
      // Also over parts an erasure is written down, so that a restored database forgets it too.
      erased.push(later[0]?.id ?? '');
      await erase(later[0]?.id ?? '');
      const { rows: journal } = await owner.query(
        `select payload->>'id' as id from control.journal where kind = 'ENTRY_ERASED' and payload->>'id' = any ($1)`,
        [erased],
      );
      expect(journal.map(({ id }) => id).sort()).toEqual([...erased].sort());

      // The tree goes on: what it was is in what it is, nothing waits, and nothing is lost.
      await publish();
      const last = await operator(VERIFY);
      expect(last.verifyLedger).toMatchObject({ intact: true, fault: null, pending: 0 });
      expect(last.verifyLedger.entries).toBeGreaterThanOrEqual(first.verifyLedger.entries + WAITING + answered.length);
      const size = last.ledgerCheckpoint;
      for (const { size: from, rootHash } of [before.ledger.ledgerCheckpoint, first.ledgerCheckpoint]) {
        const { ledgerConsistency } = await operator(`{ ledgerConsistency(from: ${from}) { hashes } }`);
        expect(
          verifyConsistency(
            { size: from, root: bytes(rootHash) },
            { size: size.size, root: bytes(size.rootHash) },
            ledgerConsistency.hashes.map(bytes),
          ),
        ).toBe(true);
      }
      // And she who was looked at has a proof of each look, of before and of now.
      const { keys } = (await (await fetch(`${at}/.well-known/jwks.json`)).json()) as typeof before.jwks;
      for (const { proof } of before.proofs) expect(verifyProof(proof, keys)).toBeNull();
      const own = await by(
        { role: 'subject', subject: 'CITIZEN_ID:239999199003070016' },
        `{ me { disclosures(first: 100) { totalCount nodes { proof { leafIndex checkpointSize content salt hashes
           checkpoint { size rootHash signedAt keyId signature } } } } } }`,
      );
      const proofs: readonly Proof[] = own.me.disclosures.nodes.map(({ proof }: { proof: Proof }) => proof);
      expect(own.me.disclosures.totalCount).toBeGreaterThanOrEqual(answered.length);
      expect(proofs.length).toBeGreaterThan(Math.min(50, answered.length));
      for (const proof of proofs) expect(verifyProof(proof, keys)).toBeNull();
    } finally {
      running = false;
      await server?.stop();
      await owner.end();
      await old.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
