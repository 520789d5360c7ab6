/** A checkpoint of a revoked key that is dated before the revocation: whoever stole the key wrote the date too. */
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf } from '../../../gateway/kit/files.ts';

const root = join(import.meta.dirname, '../../..');
const hash = (...parts: (Buffer | string)[]) =>
  parts.reduce((made, part) => made.update(part), createHash('sha256')).digest();

function forged() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const kid = hash(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })).toString('base64url');
  const content = JSON.stringify({
    at: '2026-11-01T00:00:00.000Z',
    items: ['FORGED'],
    purpose: 'LOAN_ORIGINATION',
    role: 'PARTY',
    unit: 'BANK-A',
  });
  const salt = Buffer.alloc(32, 1);
  const rootHash = hash(Buffer.from([0]), hash(salt, content)).toString('base64');
  const signedAt = '2026-11-01T00:10:00.000Z';
  const signature = sign(
    null,
    Buffer.from(`credit-gateway/ledger\n1\n${rootHash}\n${signedAt}\n`),
    privateKey,
  ).toString('base64');
  return {
    keys: { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid, revoked: { revoked_at: 1_795_766_400, reason: 'stolen' } }] },
    proof: {
      leafIndex: 0,
      checkpointSize: 1,
      content,
      salt: salt.toString('base64'),
      hashes: [],
      checkpoint: { size: 1, rootHash, signedAt, keyId: kid, signature },
    },
  };
}

it('A17.1 the program of the kit does not call such a proof good without a word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forged-'));
  const { keys, proof } = forged();
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys));
  writeFileSync(join(folder, 'proof.json'), JSON.stringify({ proof }));
  let told = '';
  try {
    told = execFileSync(
      'python3',
      [
        join(root, 'gateway/kit/python/verify_kit.py'),
        '--proof',
        join(folder, 'proof.json'),
        '--keys',
        join(folder, 'keys.json'),
      ],
      { encoding: 'utf8' },
    );
  } catch (error) {
    told = String((error as { stdout: string }).stdout);
  }
  expect(told).toMatch(/revoked|REVOKED/);
});

it('A17.1 no case has a client take a checkpoint of a revoked key by its own date', () => {
  const cases = filesOf('cases').find(({ kind }) => kind === 'checkpoints');
  const revoked = new Set(
    (cases?.keys ?? []).flatMap((key: { kid: string; revoked?: object }) =>
      key.revoked === undefined ? [] : [key.kid],
    ),
  );
  const taken = (cases?.cases ?? []).filter((one) => one.expected === null && revoked.has(one.checkpoint?.keyId));
  expect(taken.map(({ name }) => name)).toEqual([]);
});
