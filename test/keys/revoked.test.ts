/** A signing key that was revoked: published with its date, never signs, and what it signed counts only where something else confirms it. */
import { describe, expect, it } from 'vitest';
import { KeyFault } from '../../subgraphs/keys/key-fault.ts';
import { isRevokedAt } from '../../subgraphs/keys/public-jwk.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { commitmentOf } from '../../subgraphs/ledger/entry.ts';
import { openSigner, publishedKeys, reservation, verifyProof } from '../../subgraphs/ledger/ledger.ts';
import { leafHash } from '../../subgraphs/ledger/merkle.ts';

const [stolen, fresh] = [String(freshSecrets().signing[0]), String(freshSecrets().signing[0])];
const REVOKED_ON = '2026-11-20T08:00:00.000Z';
const revoked = { key: stolen, revokedOn: REVOKED_ON, reason: 'stolen' };

/** A proof of the only leaf of a tree, signed by the stolen key. */
function proofOf(signedAt: string) {
  const salt = Buffer.alloc(16, 7);
  const content = '{"at":"2026-11-19"}';
  const root = leafHash(commitmentOf(salt, content));
  const { keyId, signature } = openSigner([stolen]).sign({ size: 1, root, signedAt });
  return {
    leafIndex: 0,
    checkpointSize: 1,
    content,
    salt: salt.toString('base64'),
    hashes: [],
    checkpoint: {
      size: 1,
      rootHash: Buffer.from(root).toString('base64'),
      signedAt,
      keyId,
      signature: Buffer.from(signature).toString('base64'),
    },
  };
}

describe('a signing key that was revoked', () => {
  const keys = publishedKeys([fresh, revoked]);

  it('A17.2 is published with the instant and the reason, in the form of OpenID Federation 1.0; one in force is published as before', () => {
    const [now, then] = keys;
    expect(then).toMatchObject({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      revoked: { revoked_at: 1_795_161_600, reason: 'stolen' },
    });
    expect(now).not.toHaveProperty('revoked');
    expect(publishedKeys([{ key: stolen, revokedOn: REVOKED_ON }])[0]?.revoked).toEqual({ revoked_at: 1_795_161_600 });
    expect(JSON.stringify(keys)).not.toContain(stolen);
  });

  it('A17.2 never signs: the first that is not revoked does, and none left is refused with a sentence', () => {
    expect(openSigner([revoked, fresh]).keyId).toBe(publishedKeys([fresh])[0]?.kid);
    expect(() => openSigner([revoked])).toThrow(KeyFault);
    expect(() => openSigner([revoked])).toThrow(
      'No key of signing is in force: all of them are revoked, and nothing could be signed. Add one: npm run keys -- --add-signing.',
    );
  });

  it('A17.2 counts no more from that instant on', () => {
    const [, key] = keys;
    if (key === undefined) throw new Error('There is no key.');
    expect([isRevokedAt(key, '2026-11-20T07:59:59.999Z'), isRevokedAt(key, REVOKED_ON)]).toEqual([false, true]);
  });

  it('A17.2 a proof at or after the date does not hold; one of before holds with what it rests on', () => {
    for (const signedAt of [REVOKED_ON, '2026-11-25T00:00:00.000Z']) {
      expect(verifyProof(proofOf(signedAt), publishedKeys([stolen]))).toBeNull();
      const fault = verifyProof(proofOf(signedAt), keys);
      expect(fault?.en).toMatch(
        /was revoked already: whoever stole the key could have signed it\. Ask for the proof again\./,
      );
      expect(fault?.zh).toContain('当时已被吊销');
    }
    const before = proofOf('2026-11-19T00:00:00.000Z');
    expect(verifyProof(before, keys)).toBeNull();
    expect(reservation(before, keys)?.en).toMatch(
      /was revoked as of 2026-11-20T08:00:00\.000Z\. The proof stands only if a later checkpoint of a key in force contains this one/,
    );
    expect(reservation(before, keys)?.zh).toContain('仅当有效密钥签名的后续检查点包含该检查点时，证明才成立');
    expect(reservation(before, publishedKeys([stolen]))).toBeNull();
  });
});
