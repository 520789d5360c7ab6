/** Databases of the releases before are brought to this code where they stand. A proof, for each case begins with a whole database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { verifyProof } from '../../subgraphs/ledger/ledger.ts';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { onEachDatabase } from '../kit.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { columnsOf, contentOf, inParts, linesOf, makeOwned, type Owned } from '../subgraphs/database/owned.ts';
import { type Asked, copyKeys, kept, RELEASES, type Released, releasedDatabase } from './released.ts';

for (const release of RELEASES) onEachDatabase(`a database of release ${release}`, (kind) => bringsUp(release, kind));

function bringsUp(release: Released, kind: DatabaseKind): void {
  let old: Owned;
  let fresh: Owned;
  let held: Readonly<Record<string, string>>;
  let columns: Readonly<Record<string, readonly string[]>>;
  /** Before and after its large tables were moved into parts, as a new database has them. */
  let whole: Readonly<Record<string, string>>;
  let moved: Awaited<ReturnType<typeof inParts>>;
  /** The embedded database before; a server's is brought over once. */
  let asItWas: Blob | undefined;
  beforeAll(async () => {
    fresh = await makeOwned(kind);
    await fresh.open();
    old = await makeOwned(kind);
    await old.ask(releasedDatabase(release, old.name));
    columns = await columnsOf(old);
    held = await contentOf(old, columns);
    asItWas = await old.beginWith();
    await old.open();
    whole = await contentOf(old, columns);
    moved = await inParts(old);
  });
  afterAll(async () => {
    await old.drop();
    await fresh.drop();
  });

  it('A07.1 A17.1 A36.2 has the functions, policies, triggers, grants, roles, tables and columns of a fresh one', async () => {
    // A dump leaves out columns that were dropped, so that those behind them move up.
    const inOrder = (lines: readonly string[]) =>
      lines.filter((line) => !line.includes('pg.dropped')).map((line) => line.replace(/^(column \S+) \d+/, '$1'));
    const [brought, made] = [inOrder(await linesOf(old)), inOrder(await linesOf(fresh))];
    expect(made.length).toBeGreaterThan(1_000);
    expect({
      missing: made.filter((line) => !brought.includes(line)),
      more: brought.filter((line) => !made.includes(line)),
    }).toEqual({ missing: [], more: [] });
  });

  it('A17.1 A36.2 keeps every row as it was', async () => {
    expect(Object.keys(held).length).toBeGreaterThan(50);
    expect(held['ledger.disclosure']).toMatch(/^[12][0-9] /);
    expect(held['control.authorization_grant']).toMatch(/^[1-9]/);
    expect(whole).toEqual(held);
    expect(moved).toEqual([
      { table: 'public_credit.record', outcome: 'MOVED' },
      { table: 'ledger.disclosure', outcome: 'MOVED' },
    ]);
    expect(held['public_credit.record']).toMatch(/^[1-9][0-9]{2} /);
    expect(await contentOf(old, columns)).toEqual(held);
  });

  it('A17.1 A17.2 A36.2 answers as before, over a ledger that is intact; what people kept of it verifies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-released-'));
    copyKeys(release, folder);
    const before = kept(release);
    let now = new Date(before.at);
    let server: Server | undefined;
    try {
      server = await startServer(
        readConfig({
          PORT: '0',
          DATA_DIR: folder,
          LOG_LEVEL: 'silent',
          CHECKPOINT_MINUTES: '10',
          ...(old.url === undefined ? {} : { DATABASE_URL: old.url }),
        }),
        { now: () => now, inMemory: true, beginWith: asItWas, log: pino({ level: 'silent' }) },
      );
      const { issuer, url, platform } = server;
      const ask = async ({ holder, query, variables, headers }: Omit<Asked, 'answer'>) => {
        const token =
          holder === null ? undefined : await issuer?.signAt({ sub: holder.unit ?? 'subject', ...holder }, '15m', now);
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...headers,
          },
          body: JSON.stringify({ query, variables }),
        });
        // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
        return (await response.json()) as any;
      };
      const operator = (query: string) =>
        ask({ holder: { role: 'operator', unit: 'HLJ-CREDIT' }, query, variables: {}, headers: {} });

      // The questions, answered as they were: what is shown, and for what is refused its code and reason.
      expect(before.asked.length).toBeGreaterThan(10);
      const told = ({ data, errors = [] }: Asked['answer']) => ({
        data,
        refused: errors.map(({ extensions }) => [extensions.code, extensions.reason]),
      });
      for (const { answer, ...question } of before.asked)
        expect([question.query, told(await ask(question))]).toEqual([question.query, told(answer)]);

      // The ledger goes on from the checkpoint that was there.
      const { entries, pending } = before.ledger.verifyLedger;
      now = platform.sequencer.nextAfter(now);
      await platform.sequencer.publish();
      const { data } = await operator('{ verifyLedger { intact entries pending } ledgerCheckpoint { size rootHash } }');
      expect(data.verifyLedger).toMatchObject({ intact: true, pending: 0 });
      expect(data.verifyLedger.entries).toBeGreaterThanOrEqual(entries + pending);
      const was = before.ledger.ledgerCheckpoint;
      const consistency = await operator(`{ ledgerConsistency(from: ${was.size}) { hashes } }`);
      const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
      expect(
        verifyConsistency(
          { size: was.size, root: bytes(was.rootHash) },
          { size: data.ledgerCheckpoint.size, root: bytes(data.ledgerCheckpoint.rootHash) },
          consistency.data.ledgerConsistency.hashes.map(bytes),
        ),
      ).toBe(true);

      // Proofs and signed answers that people kept, by the keys that are published today.
      const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as typeof before.jwks;
      expect(keys.map(({ kid }) => kid)).toEqual(before.jwks.keys.map(({ kid }) => kid));
      expect(before.proofs.length).toBeGreaterThan(1);
      for (const { proof } of before.proofs) expect(verifyProof(proof, keys)).toBeNull();
      const { payload } = await compactVerify(
        before.tokenOfCheck,
        createLocalJWKSet({ keys: keys.map((one) => ({ ...one })) }),
      );
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ iss: 'credit-gateway' });
      const verified = async (id: string) =>
        (await (await fetch(`${url}/verify/${id}`, { headers: { accept: 'application/json' } })).json()) as object;
      expect(await verified(before.reports.person)).toMatchObject({ status: 'CURRENT' });
      expect(await verified(before.reports.company)).toMatchObject({ status: 'SUPERSEDED' });
    } finally {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
