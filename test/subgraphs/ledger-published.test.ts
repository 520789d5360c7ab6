/** The public log counts nothing (Article 23): what comes at published times, its size and its order say nothing about what was disclosed when. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { leavesFor } from '../../subgraphs/ledger/sequencer.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { sessionOf } from './walls-questions.ts';
import { writeAbout } from './written-entries.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const CHECKPOINT = '{ ledgerCheckpoint { size rootHash signedAt } }';
const PROOFS = `{ me { disclosures(first: 200) { totalCount nodes { id proofAt proof { leafIndex checkpointSize content salt hashes
  checkpoint { size rootHash signedAt keyId signature } } } } } }`;
const TEN_MINUTES = 600_000;

interface Published {
  readonly size: number;
  readonly rootHash: string;
  readonly signedAt: string;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The leaves of an interval as they are stored: each opened with what its row holds, by nothing of ours. */
const leavesOf = (world: World, from: number) =>
  world.server.platform.database.write(sessionOf(world, { holder: OPERATOR, headers: {} }), 'operator', async (em) => {
    const { rows } = await sql<{ place: number; commitment: Uint8Array; hash: Uint8Array; entry: boolean }>`
      select n.index::int as place, n.hash, l.entry_id is not null as entry,
        coalesce(d.commitment, sha256(p.salt || convert_to(p.content, 'UTF8'))) as commitment
      from ledger.node n left join ledger.leaf l on l.leaf_index = n.index left join ledger.disclosure d on d.id = l.entry_id
        left join ledger.padding p on p.leaf_index = n.index
      where n.level = 0 and n.index >= ${from} order by n.index`.execute(em.getKysely());
    return rows;
  });

it('A23.5 up to 64 entries an interval grows by the same; beyond, one entry more changes one drawn number of 64 at most', () => {
  const drawn = Array.from({ length: 64 }, (_, number) => number);
  for (let entries = 0; entries <= 64; entries += 1)
    expect(new Set(drawn.map((number) => leavesFor(entries, number)))).toEqual(new Set([128]));
  fc.assert(
    fc.property(fc.nat(20_000), (entries) => {
      const sizes = drawn.map((number) => leavesFor(entries, number));
      expect(sizes.every((size) => size % 64 === 0 && size > entries)).toBe(true);
      const more = drawn.filter((number) => leavesFor(entries + 1, number) !== sizes[number]);
      expect(more.length).toBeLessThanOrEqual(1);
    }),
  );
});

onEachDatabase('the public log', (kind) => {
  let world: World;
  let folder: string;
  const published: Published[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credit-published-'));
    world = await openWorld(kind);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const newest = async (): Promise<Published> => (await world.ask(null, CHECKPOINT)).data.ledgerCheckpoint;
  const publish = async (): Promise<Published> => {
    await world.publish();
    const checkpoint = await newest();
    published.push(checkpoint);
    return checkpoint;
  };

  it('A23.5 A17.1 before the published time nobody sees that something was disclosed but whom it is about', async () => {
    expect(await newest()).toBeNull();
    expect((await world.ask(BANK_A, NAME, { id: MEI }, LOAN)).errors).toBeUndefined();
    expect(await newest()).toBeNull();
    const { data } = await world.ask(subject(MEI), PROOFS);
    const at = world.server.platform.now().getTime();
    expect(data.me.disclosures).toMatchObject({
      totalCount: 1,
      nodes: [{ proof: null, proofAt: new Date(Math.floor(at / TEN_MINUTES + 1) * TEN_MINUTES).toISOString() }],
    });
    // Her own look at it is an entry too. Who oversees the ledger is told that it is whole; the numbers are for who runs it.
    const verify = '{ verifyLedger { intact entries pending erased } }';
    expect((await world.ask(OPERATOR, verify)).data.verifyLedger).toEqual({
      intact: true,
      entries: 0,
      pending: 2,
      erased: 0,
    });
    const overseen = await world.ask(AUTHORITY, verify);
    expect(overseen.data.verifyLedger).toEqual({ intact: true, entries: null, pending: null, erased: null });
    expect(overseen.errors?.map(({ extensions }) => extensions.reason)).toEqual(['ROLE', 'ROLE', 'ROLE']);
    expect(await publish()).toMatchObject({ size: 128, signedAt: data.me.disclosures.nodes[0].proofAt });
    expect((await world.ask(subject(MEI), PROOFS)).data.me.disclosures.nodes).toContainEqual(
      expect.objectContaining({ proofAt: null, proof: expect.objectContaining({ checkpointSize: 128 }) }),
    );
    await publish();
  });

  it('A23.5 intervals of 0 to 200 entries: whole steps, at the boundary, and an order that says nothing about time', async () => {
    const random = fc.sample(fc.nat(150), 3);
    for (const entries of [65, 0, 200, 64, 1, 63, ...random]) {
      const before = await newest();
      const boundary = new Date(Date.parse(before.signedAt) + TEN_MINUTES).toISOString();
      // Written at different instants of the interval.
      for (const [part, share] of [entries - Math.floor(entries / 2), Math.floor(entries / 2)].entries()) {
        world.setNow(new Date(Date.parse(before.signedAt) + 60_000 * (part + 1) + entries).toISOString());
        if (share > 0) await writeAbout(world, MEI, share);
      }
      const { size, signedAt } = await publish();
      expect([entries, signedAt]).toEqual([entries, boundary]);
      const grown = size - before.size;
      if (entries <= 64) expect([entries, grown]).toEqual([entries, 128]);
      else expect([entries, grown % 64, grown > entries, grown <= entries + 128]).toEqual([entries, 0, true, true]);
      const leaves = await leavesOf(world, before.size);
      expect(leaves.map(({ place }) => place)).toEqual(
        Array.from({ length: grown }, (_, place) => before.size + place),
      );
      expect(leaves.filter(({ entry }) => entry)).toHaveLength(entries);
      const hex = leaves.map(({ commitment }) => Buffer.from(commitment).toString('hex'));
      expect(hex).toEqual([...hex].sort());
      for (const { commitment, hash } of leaves)
        expect(Buffer.from(hash)).toEqual(sha256(Buffer.of(0), Buffer.from(commitment)));
    }
  });

  it('A17.2 between any two published sizes consistency is proven; of any other size nothing is told', async () => {
    const query = 'query ($from: Int!, $to: Int) { ledgerConsistency(from: $from, to: $to) { from to hashes } }';
    const root = (text: string): Buffer => Buffer.from(text, 'base64');
    for (const older of published)
      for (const newer of published.filter(({ size }) => size >= older.size)) {
        const { data } = await world.ask(null, query, { from: older.size, to: newer.size });
        const hashes = data.ledgerConsistency.hashes.map(root);
        const roots = [older, newer].map(({ size, rootHash }) => ({ size, root: root(rootHash) }));
        expect(verifyConsistency(roots[0] as never, roots[1] as never, hashes)).toBe(true);
      }
    const last = published.at(-1)?.size ?? 0;
    for (const [from, to] of [
      [1, last],
      [127, 128],
      [128, 129],
      [last + 64, null],
      [0, last + 128],
      [-1, last],
      [last, 128],
    ]) {
      const { data, errors } = await world.ask(null, query, { from, to });
      expect(data).toEqual({ ledgerConsistency: null });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason: 'SIZE',
        help: expect.stringContaining('checkpoints'),
      });
    }
    expect((await world.ask(null, query, { from: 0 })).data.ledgerConsistency).toEqual({
      from: 0,
      to: last,
      hashes: [],
    });
  });

  it('A17.2 A35.1 every proof of them holds offline', async () => {
    const { data } = await world.ask(subject(MEI), PROOFS);
    const [proofs, keys] = [join(folder, 'proofs.json'), join(folder, 'keys.json')];
    writeFileSync(proofs, JSON.stringify(data));
    writeFileSync(keys, await (await fetch(`${world.server.url}/.well-known/jwks.json`)).text());
    const { status, stdout } = spawnSync(
      process.execPath,
      ['gateway/commands/verify-proof.ts', proofs, '--keys', keys],
      { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout.match(/ holds: /g)).toHaveLength(200);
    // What she asked just now waits.
    expect((await world.ask(OPERATOR, '{ verifyLedger { intact pending fault } }')).data.verifyLedger).toEqual({
      intact: true,
      pending: 1,
      fault: null,
    });
  });

  it('A23.5 the roles of the database count no leaves: a subject reads those of its own entries, the others none', async () => {
    const { database } = world.server.platform;
    const count = (holder: Holder | null, role: DatabaseRole, table: string) =>
      database.write(sessionOf(world, { holder, headers: {} }), role, async (em) => {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
          em.getKysely(),
        );
        return rows[0]?.count ?? 0;
      });
    const all = await count(OPERATOR, 'operator', 'ledger.leaf');
    // All are about her but one: what the authority was refused names nobody.
    expect(await count(subject(MEI), 'subject', 'ledger.leaf')).toBe(all - 1);
    expect(all).toBeGreaterThan(300);
    expect(await count(subject(COMPANY), 'subject', 'ledger.leaf')).toBe(0);
    expect(await count(OPERATOR, 'operator', 'ledger.padding')).toBeGreaterThan(all);
    for (const role of ['public', 'party', 'department', 'provider', 'collector', 'analyst', 'ledger'] as const)
      for (const table of ['ledger.leaf', 'ledger.padding', 'ledger.pending'])
        await expect(count(null, role, table), `${role} ${table}`).rejects.toThrow('permission denied');
    await expect(count(subject(MEI), 'subject', 'ledger.padding')).rejects.toThrow('permission denied');
  });
});
