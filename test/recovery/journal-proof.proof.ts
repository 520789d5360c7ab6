/** Whoever kept a proof from a stretch of the ledger that was lost is told so, and not only that the platform has it no more. A proof: it runs a command. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { openSigner } from '../../subgraphs/ledger/checkpoint.ts';
import { commitmentOf, freshSalt } from '../../subgraphs/ledger/entry.ts';
import { leafHash } from '../../subgraphs/ledger/merkle.ts';
import { keptOf } from '../../subgraphs/recovery/gap.ts';

const root = join(import.meta.dirname, '../..');

describe('a proof from a gap of the ledger', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const verify = (...more: readonly string[]): string =>
    execFileSync(
      process.execPath,
      ['gateway/commands/verify-proof.ts', path('proof'), '--keys', path('keys'), ...more],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
  const gap = (fromAt: string | null, toAt: string) =>
    JSON.stringify({ data: { ledgerGaps: [{ fromAt, toAt, foundAt: '2026-11-21T00:00:00.000Z' }] } });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credit-proof-'));
    const signer = openSigner(freshSecrets().signing);
    const salt = freshSalt();
    const content = JSON.stringify({
      at: '2026-11-20T02:00:00.000Z',
      role: 'PARTY',
      unit: 'BANK-A',
      purpose: null,
      items: [],
    });
    const checkpoint = signer.sign({
      size: 1,
      root: leafHash(commitmentOf(salt, content)),
      signedAt: '2026-11-20T02:10:00.000Z',
    });
    writeFileSync(
      path('proof'),
      JSON.stringify({
        leafIndex: 0,
        checkpointSize: 1,
        content,
        salt: salt.toString('base64'),
        hashes: [],
        checkpoint: keptOf(checkpoint),
      }),
    );
    writeFileSync(path('keys'), JSON.stringify({ keys: signer.keys }));
    writeFileSync(path('within'), gap('2026-11-20T02:00:00.000Z', '2026-11-20T02:10:00.000Z'));
    writeFileSync(path('before'), gap(null, '2026-11-20T02:09:59.999Z'));
    writeFileSync(path('behind'), gap('2026-11-20T02:10:00.000Z', '2026-11-20T03:00:00.000Z'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('A17.2 holds, and lies in the gap that the operator acknowledged: both are said, in both languages', () => {
    expect(verify('--gaps', path('within'))).toMatch(
      /The proof holds[\s\S]*lies in a gap of the platform's ledger, from 2026-11-20T02:00:00\.000Z to 2026-11-20T02:10:00\.000Z/,
    );
    expect(verify('--gaps', path('within'), '--lang', 'zh')).toContain('位于平台日志的缺口之中');
  });

  it('A17.2 a gap that ends before it, or begins with it, is not its own', () => {
    for (const other of ['before', 'behind']) expect(verify('--gaps', path(other))).not.toContain('gap');
    expect(verify()).not.toContain('gap');
  });
});
