/** A proof of possession names the address of the request (RFC 9449, section 4.3): a text that is no address proves none. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { checkProof } from '../../gateway/identity/dpop.ts';

const NOW = new Date('2026-11-20T10:00:00+08:00');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

const proofFor = async (htu: unknown): Promise<string> =>
  new SignJWT({
    jti: `proof-${String(htu)}`,
    htm: 'POST',
    htu,
    iat: NOW.getTime() / 1_000,
    ath: createHash('sha256').update('token').digest('base64url'),
  } as never)
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'EdDSA', jwk: await exportJWK(publicKey) })
    .sign(privateKey);

const SETTINGS = {
  now: () => NOW,
  publicUrls: () => ['https://credit.example:8443'],
  remember: () => Promise.resolve(true),
} as Parameters<typeof checkProof>[0];

const check = async (htu: unknown, path: string): Promise<string> =>
  checkProof(SETTINGS, { proof: await proofFor(htu), method: 'POST', path, token: 'token' });

it('A36.1 a proof for this address is taken, one for no address never, whatever the request line holds', async () => {
  expect(await check('https://credit.example:8443/graphql', '/graphql')).toMatch(/^[\w-]{43}$/);
  for (const htu of ['nowhere at all', '', 7, null])
    for (const path of ['/graphql', 'http://credit.example:8443/graphql', '*', ''])
      await expect(check(htu, path), `${String(htu)} for ${path}`).rejects.toThrow(/address|jti/);
});
