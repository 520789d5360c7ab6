/**
 * The ledger shows tampering, and a subject can prove what was disclosed.
 * A proof: it opens worlds, databases or processes of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyConsistency } from '../../subgraphs/ledger/merkle.ts';
import { BANK_A, MEI, OPERATOR, onEachDatabase, openWorld, subject, TODAY, type World } from '../kit.ts';
import { disclose, LOAN, NAME, VERIFY } from './ledger-questions.ts';
import { sessionOf } from './walls-questions.ts';

const PROOFS = `{ me { disclosures(first: 200) { totalCount nodes { id items { code } proof { leafIndex checkpointSize content salt hashes
  checkpoint { size rootHash signedAt keyId signature } } } } } }`;

onEachDatabase('the ledger as a tree', (kind) => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credit-proof-'));
    world = await openWorld(kind);
    await disclose(world, 6);
    await world.publish();
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const verifyProof = (proof: unknown, keys: unknown) => {
    writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof));
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys));
    return spawnSync(
      process.execPath,
      ['gateway/commands/verify-proof.ts', join(folder, 'proof.json'), '--keys', join(folder, 'keys.json')],
      { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') },
    );
  };
  /** How many entries there are, counted where they were written. */
  const written = () =>
    world.server.platform.database.write(
      sessionOf(world, { holder: OPERATOR, headers: {} }),
      'operator',
      async (em) =>
        (await sql<{ count: number }>`select count(*)::int as count from ledger.disclosure`.execute(em.getKysely()))
          .rows[0]?.count,
    );
  const keySet = async () => (await fetch(`${world.server.url}/.well-known/jwks.json`)).json();

  it('A17.2 A35.1 she checks every proof offline with the public key alone, and one changed character breaks it', async () => {
    const { data } = await world.ask(subject(MEI), PROOFS);
    const { nodes } = data.me.disclosures;
    expect(nodes.length).toBeGreaterThanOrEqual(6);
    const keys = (await keySet()) as { keys: object[] };
    expect(keys.keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA' }]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const whole = verifyProof({ data }, keys);
    expect(whole.stderr).toBe('');
    expect(whole.stdout).toContain('Proof 6 holds');
    expect(whole.status).toBe(0);

    const { proof } = nodes.at(-1);
    const other = nodes.at(0).proof;
    const forged = [
      { ...proof, content: proof.content.replace('BANK-A', 'BANK-B') },
      { ...proof, leafIndex: proof.leafIndex + 1 },
      { ...proof, salt: other.salt },
      { ...proof, hashes: proof.hashes.slice(1) },
      { ...proof, checkpoint: { ...proof.checkpoint, signedAt: '2026-01-01T00:00:00.000Z' } },
      { ...proof, checkpoint: { ...proof.checkpoint, keyId: 'another' } },
    ];
    for (const one of forged) {
      const { status, stdout } = verifyProof(one, keys);
      expect(stdout).toContain('does NOT hold');
      expect(status).toBe(1);
    }
    expect(verifyProof({}, keys)).toMatchObject({ status: 1, stderr: expect.stringContaining('holds no proof') });
  });

  it('A17.2 A24.2 her own inquiries stand in it as such, the bank’s with agreement and authorization', async () => {
    world.setNow(`${TODAY}T11:00:00+08:00`);
    await world.ask(BANK_A, NAME, { id: MEI }, LOAN);
    world.setNow(`${TODAY}T11:00:01+08:00`);
    await world.ask(subject(MEI), NAME, { id: MEI });
    const { data } = await world.ask(
      subject(MEI),
      '{ me { disclosures(first: 2) { nodes { recipient { code name kind } basis { article agreementId authorizationId } } } } }',
    );
    expect(data.me.disclosures.nodes).toEqual([
      {
        recipient: { code: null, name: '本人', kind: 'SELF' },
        basis: { article: '24', agreementId: null, authorizationId: null },
      },
      {
        recipient: { code: 'BANK-A', name: '示例银行甲股份有限公司', kind: 'PARTY' },
        basis: {
          article: '23(2), 24',
          agreementId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          authorizationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
  });

  it('A17.2 an untouched ledger is intact, against any checkpoint that somebody kept', async () => {
    await world.publish();
    const first = await world.ask(OPERATOR, VERIFY);
    expect(first.errors).toBeUndefined();
    expect(first.data.verifyLedger).toEqual({
      intact: true,
      entries: await written(),
      pending: 0,
      erased: 0,
      firstBroken: null,
      fault: null,
    });
    await disclose(world, 3);
    await world.publish();
    const { size, rootHash } = first.data.ledgerCheckpoint;
    const second = await world.ask(OPERATOR, VERIFY, { size, rootHash });
    expect(second.data.verifyLedger.intact).toBe(true);
    expect(second.data.verifyLedger.entries).toBe(first.data.verifyLedger.entries + 6);

    const consistency = await world.ask(
      null,
      'query ($from: Int!) { ledgerConsistency(from: $from) { from to hashes } }',
      {
        from: size,
      },
    );
    const { to, hashes } = consistency.data.ledgerConsistency;
    const root = (text: string): Buffer => Buffer.from(text, 'base64');
    const newer = { size: to, root: root(second.data.ledgerCheckpoint.rootHash) };
    expect(verifyConsistency({ size, root: root(rootHash) }, newer, hashes.map(root))).toBe(true);

    const forged = await world.ask(OPERATOR, VERIFY, { size, rootHash: root('x'.repeat(43)).toString('base64') });
    expect(forged.data.verifyLedger).toMatchObject({ intact: false, firstBroken: size, fault: 'CHECKPOINT' });
    const larger = await world.ask(OPERATOR, VERIFY, { size: to + 100, rootHash });
    expect(larger.data.verifyLedger).toMatchObject({ intact: false, fault: 'TRUNCATED' });
  });

  it('A17.2 reading it through is for those who run it', async () => {
    for (const holder of [null, BANK_A, subject(MEI)]) {
      const answer = await world.ask(holder, '{ verifyLedger { intact } }', {}, LOAN);
      expect(answer.data).toEqual({ verifyLedger: null });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await world.ask(null, '{ ledgerCheckpoint { size } }')).data.ledgerCheckpoint.size).toBeGreaterThan(10);
  });
});
