/** Tokens that are filed outside (RFC 7515, RFC 8037): checked against an independent library, and everything forged told apart. */
import { createLocalJWKSet, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { verifyCompact } from '../../subgraphs/keys/jws.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { openSigner } from '../../subgraphs/ledger/ledger.ts';

const signer = openSigner(freshSecrets().signing);
const PAYLOAD = { jti: 'a', measures: ['限制参加政府采购'], 生僻: '𠮷' };

describe('tokens', () => {
  it('A36.3 an independent library verifies it with the published keys, and the payload comes back whole', async () => {
    const token = signer.token('credit-matter+jwt', PAYLOAD);
    const keys = createLocalJWKSet({ keys: [...signer.keys] });
    const { payload, protectedHeader } = await jwtVerify(token, keys, { typ: 'credit-matter+jwt' });
    expect([payload, protectedHeader.alg]).toEqual([PAYLOAD, 'EdDSA']);
    expect(verifyCompact(token, 'credit-matter+jwt', signer.keys)).toEqual(PAYLOAD);
    expect(signer.token('credit-matter+jwt', PAYLOAD)).toBe(token);
  });

  it('A36.3 one altered character anywhere, another type, key or algorithm, and it is none', async () => {
    const token = signer.token('credit-matter+jwt', PAYLOAD);
    for (let place = 0; place < token.length; place += 1) {
      const altered = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
      expect(verifyCompact(altered, 'credit-matter+jwt', signer.keys)).toBeUndefined();
    }
    expect(verifyCompact(token, 'credit-report+jwt', signer.keys)).toBeUndefined();
    expect(verifyCompact(token, 'credit-matter+jwt', openSigner(freshSecrets().signing).keys)).toBeUndefined();
    const none = new UnsecuredJWT(PAYLOAD).encode();
    const hmac = await new SignJWT(PAYLOAD)
      .setProtectedHeader({ alg: 'HS256', typ: 'credit-matter+jwt', kid: signer.keys[0]?.kid ?? '' })
      .sign(Buffer.from(signer.keys[0]?.x ?? ''));
    for (const forged of [none, hmac, '', '..', 'a.b', `${token}.`, `${token}=`, ` ${token}`, '{}'])
      expect(verifyCompact(forged, 'credit-matter+jwt', signer.keys)).toBeUndefined();
  });
});
