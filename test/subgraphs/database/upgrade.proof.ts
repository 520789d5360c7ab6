/** A database from before access/ is brought over where it stands. In `npm run proof`, because each case begins with a whole old database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Server, startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { verifyConsistency } from '../../../subgraphs/ledger/merkle.ts';
import { onEachDatabase, TODAY } from '../../kit.ts';
import {
  columnsOf,
  contentOf,
  copyFixtureKeys,
  inParts,
  linesOf,
  makeOwned,
  type Owned,
  oldDatabase,
} from './owned.ts';

/** Columns of a subject that its records have now. */
const STATED = new Set(['name', 'address', 'phone']);
const NAMES_BEFORE = `select s.id, s.name from public_credit.subject s
  where exists (select from public_credit.record r where r.subject_id = s.id and r.current) order by s.id`;
const NAMES_NOW = `select distinct r.subject_id as id, r.stated_name as name from public_credit.record r where r.current order by 1`;
const STATISTICS = `select (select count(*)::int from statistics.cell) as cells, (select count(*)::int from statistics.release) as releases,
  to_regclass('statistics.counted')::text as counted`;

onEachDatabase('a database from before access/', (kind) => {
  let old: Owned;
  let fresh: Owned;
  let held: Readonly<Record<string, string>>;
  let columns: Readonly<Record<string, readonly string[]>>;
  let names: readonly object[];
  let statistics: object | undefined;
  /** The embedded database before; a server's is brought over once. */
  let asItWas: Blob | undefined;
  beforeAll(async () => {
    fresh = await makeOwned(kind);
    await fresh.open();
    old = await makeOwned(kind);
    await old.ask(oldDatabase());
    const {
      'public_credit.subject_whole': _moved,
      'public_credit.subject': who,
      'control.version': _raised,
      // Made without a number for the privacy that they give.
      'statistics.cell': _told,
      'statistics.counted': _counted,
      'statistics.release': _released,
      ...rest
    } = await columnsOf(old);
    [statistics] = await old.ask(STATISTICS);
    columns = { ...rest, 'public_credit.subject': (who ?? []).filter((name) => !STATED.has(name)) };
    held = await contentOf(old, columns);
    names = await old.ask(NAMES_BEFORE);
    asItWas = await old.beginWith();
    await old.open();
    await inParts(old);
  });
  afterAll(async () => {
    await old.drop();
    await fresh.drop();
  });

  it('A17.1 A22.1 has the functions, policies, triggers, grants, roles, tables and columns of a fresh one', async () => {
    const [brought, made] = [await linesOf(old), await linesOf(fresh)];
    expect(made.length).toBeGreaterThan(1_000);
    expect({
      missing: made.filter((line) => !brought.includes(line)),
      more: brought.filter((line) => !made.includes(line)),
    }).toEqual({ missing: [], more: [] });
  });

  it('A17.1 keeps every row as it was', async () => {
    expect(Object.keys(held).length).toBeGreaterThan(42);
    expect(held['public_credit.record']).toMatch(/^810 /);
    expect(held['ledger.disclosure']).toMatch(/^6 /);
    // A later migration may add tables and columns; those that were there keep what they held.
    expect(await contentOf(old, columns)).toEqual(held);
  });

  it('A17.1 A23.5 tells no figure any more that was made without a number, and keeps no true count of a group', async () => {
    expect(statistics).toEqual({ cells: 125, releases: 1, counted: 'statistics.counted' });
    expect(await old.ask(STATISTICS)).toEqual([{ cells: 0, releases: 0, counted: null }]);
  });

  it('A39.4 A23.4 what was said of a subject is said by its records, and nothing of it by one that need not have said it', async () => {
    expect(names.length).toBeGreaterThan(30);
    expect(await old.ask(NAMES_NOW)).toEqual(names);
    // Every person's name whole, for the person.
    const [whole] =
      await old.ask(`select count(*)::int as without from public_credit.record r where r.current and r.personal
      and not exists (select from public_credit.statement_whole w where w.subject_id = r.subject_id and w.record_id = r.id and w.version = r.version)`);
    expect(whole).toEqual({ without: 0 });
    const loose =
      await old.ask(`select from public_credit.record r where (r.stated_address is not null or r.stated_phone is not null)
      and (r.personal or r.type <> 'Registration')
      and exists (select from public_credit.record o where o.subject_id = r.subject_id and o.current and o.id <> r.id)`);
    expect(loose).toEqual([]);
  });

  it('A22.1 its units have the kinds of what they did: who provides items provides, who has a duty decides', async () => {
    const units = await old.ask(`select code, array_to_string(kinds, ' ') as kinds, ended_on from control.unit
      where code in ('HLJ-AMR', 'HRB-PERMIT', 'BANK-A', 'COLLECTOR-B', 'HLJ-CREDIT', 'HLJ-BIZENV') order by code`);
    expect(units).toEqual([
      { code: 'BANK-A', kinds: 'PARTY', ended_on: null },
      { code: 'COLLECTOR-B', kinds: 'COLLECTOR', ended_on: null },
      { code: 'HLJ-AMR', kinds: 'PROVIDER', ended_on: null },
      { code: 'HLJ-BIZENV', kinds: 'AUTHORITY', ended_on: null },
      // The public credit work body is named as provider of its assessments.
      { code: 'HLJ-CREDIT', kinds: 'OPERATOR PROVIDER', ended_on: null },
      { code: 'HRB-PERMIT', kinds: 'DEPARTMENT', ended_on: null },
    ]);
  });

  it('A23.4 leaves none of the roles that all databases of a server shared, but those that another one still uses', async () => {
    const unused = await old.ask(
      `select rolname as name from pg_roles r where rolname ~ '^credit_[a-z]+$'
         and not exists (select from pg_shdepend d where d.refobjid = r.oid)`,
    );
    expect(unused).toEqual([]);
    const here = await old.ask(
      `select distinct refobjid::regrole::text as name from pg_shdepend d join pg_database b on b.oid = d.dbid
       where b.datname = current_database() and refobjid::regrole::text ~ '^credit_[a-z]+$'`,
    );
    expect(here).toEqual([]);
  });

  if (kind === 'postgresql')
    it('A23.4 leaves another one on the server as it was, which is brought over in its turn', async () => {
      const other = await makeOwned(kind);
      const third = await makeOwned(kind);
      try {
        await other.ask(oldDatabase());
        await third.ask(oldDatabase());
        const before = await linesOf(other);
        await third.open();
        expect(await linesOf(other)).toEqual(before);
        await other.open();
        await inParts(other);
        expect(await linesOf(other)).toEqual(await linesOf(fresh));
      } finally {
        await other.drop();
        await third.drop();
      }
    });

  it('one whose migrations end elsewhere is refused with what to do, and stays as it is', async () => {
    const half = await makeOwned(kind);
    try {
      await half.ask(oldDatabase());
      await half.ask(`delete from public.migration where name = '0027-agreed'`);
      const before = await linesOf(half);
      await expect(half.open()).rejects.toThrow(
        'The database was made by other code: its last migration is 0026-editions. Bring it to 0027-agreed with the release that made it, and start this one again.',
      );
      expect(await linesOf(half)).toEqual(before);
    } finally {
      await half.drop();
    }
  });

  it('A17.2 A35.1 answers as before, over a ledger that is intact', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-old-'));
    copyFixtureKeys(folder);
    let clock = `${TODAY}T10:05:00+08:00`;
    const now = () => new Date(clock);
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
        { now, inMemory: true, beginWith: asItWas, log: pino({ level: 'silent' }) },
      );
      const { issuer, url } = server;
      const ask = async (claims: Readonly<Record<string, string>>, query: string, purpose?: string) => {
        const token = await issuer?.signAt({ sub: 'somebody', ...claims }, '15m', now());
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            ...(purpose === undefined ? {} : { 'credit-purpose': purpose }),
          },
          body: JSON.stringify({ query }),
        });
        return (await response.json()) as { data: never; errors?: unknown };
      };
      const operator = { role: 'operator', unit: 'HLJ-CREDIT' };
      expect(await ask(operator, '{ verifyLedger { intact entries pending } }')).toEqual({
        data: { verifyLedger: { intact: true, entries: 6, pending: 0 } },
      });
      // Sealed with the keys of the old installation. All of the six but the company's are about her.
      const mei = { role: 'subject', subject: 'CITIZEN_ID:239999199003070016' };
      expect(await ask(mei, '{ me { name disclosures(first: 9) { totalCount } } }')).toEqual({
        data: { me: { name: '张小梅', disclosures: { totalCount: 5 } } },
      });
      const bank = { role: 'party', unit: 'BANK-A' };
      const id = '{ type: CITIZEN_ID, value: "239999199003070016" }';
      const told = (await ask(
        bank,
        `{ subject(identifier: ${id}) { name records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { version } } } changes(first: 5) { nodes { kind version } } }`,
        'LOAN_ORIGINATION',
      )) as { data: unknown };
      expect(told).toEqual({
        data: {
          subject: { name: '张**', records: { nodes: [{ version: 2 }] } },
          changes: { nodes: [{ kind: 'CORRECTED', version: 2 }] },
        },
      });
      // Her own look and the bank's came to the six. Leaves of before keep their places, and what is published now goes on from there in whole steps.
      const before = await old.ask(
        `select size::int, encode(root, 'base64') as root from ledger.checkpoint order by ledger.checkpoint.size`,
      );
      expect(before.map(({ size }) => size).at(-1)).toBe(6);
      clock = `${TODAY}T10:10:00+08:00`;
      await server.platform.sequencer.publish();
      const verified = '{ verifyLedger { intact entries pending } ledgerCheckpoint { size rootHash signedAt } }';
      const { data } = (await ask(operator, verified)) as { data: Record<string, Record<string, unknown>> };
      expect(data.verifyLedger).toEqual({ intact: true, entries: 8, pending: 0 });
      expect(data.ledgerCheckpoint).toMatchObject({ size: 6 + 128, signedAt: now().toISOString() });
      const newer = { size: 134, root: Buffer.from(String(data.ledgerCheckpoint?.rootHash), 'base64') };
      for (const { size, root } of before) {
        const told = (await ask(operator, `{ ledgerConsistency(from: ${size}) { hashes } }`)) as {
          data: { ledgerConsistency: { hashes: string[] } };
        };
        const hashes = told.data.ledgerConsistency.hashes.map((hash) => Buffer.from(hash, 'base64'));
        expect(
          verifyConsistency({ size: Number(size), root: Buffer.from(String(root), 'base64') }, newer, hashes),
        ).toBe(true);
      }
    } finally {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
