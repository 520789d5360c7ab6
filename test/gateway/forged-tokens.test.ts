/** Tokens that somebody else made, or that are not for now, or not for here. */
import { createSecretKey } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../kit.ts';
import { AUDIENCE, type Issuer, openIssuer } from './authorization-server.ts';
import { ask, atNoon, DEPARTMENT_QUERY, NOON, NOW } from './bound-tokens.ts';

atNoon();

describe('a token', () => {
  let world: World;
  let issuer: Issuer;
  let url: string;
  beforeAll(async () => {
    issuer = await openIssuer();
    world = await openWorld('pglite', {
      environment: { TOKEN_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: AUDIENCE }]) },
    });
    world.setNow(NOON.toISOString());
    url = `${world.server.url}/graphql`;
  });
  afterAll(async () => {
    await world.close();
    await issuer.close();
  });

  it('adversarial 27: neither an algorithm, nor a key, nor its address is taken from the token itself', async () => {
    const claims = { role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 };
    const send = async (token: string) =>
      (await ask(url, { authorization: `Bearer ${token}` }, DEPARTMENT_QUERY)).status;
    expect(await send(await issuer.sign(claims))).toBe(200);
    const payload = (await issuer.sign(claims)).split('.')[1] ?? '';
    const encoded = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
    const own = await generateKeyPair('PS256', { extractable: true });
    const signed = (header: Readonly<Record<string, unknown>>, key: Parameters<SignJWT['sign']>[0] = own.privateKey) =>
      new SignJWT({ iss: issuer.url, aud: AUDIENCE, sub: 'x', ...claims })
        .setProtectedHeader({ alg: 'PS256', ...header })
        .sign(key);
    const pem = JSON.stringify(issuer.publicJwk());
    const forged = {
      'alg none': `${encoded({ alg: 'none', kid: 'key-1' })}.${payload}.`,
      'alg NONE': `${encoded({ alg: 'NONE', kid: 'key-1' })}.${payload}.`,
      'the public key as a secret': await signed({ alg: 'HS256', kid: 'key-1' }, createSecretKey(Buffer.from(pem))),
      'a key of its own': await signed({ kid: 'key-1' }),
      'a key of its own, embedded': await signed({ jwk: await exportJWK(own.publicKey) }),
      'a key of its own, at an address': await signed({ jku: `${issuer.url}/jwks`, x5u: `${issuer.url}/jwks` }),
      'kid as a path': await signed({ kid: '../../../dev/null' }),
      'kid as SQL': await signed({ kid: "key-1' or '1'='1" }),
      'kid as an address': await signed({ kid: `${issuer.url}/jwks` }),
      'an extension that must be understood': await issuer.sign(claims, { crit: ['x'], x: 1 }),
      'another algorithm of the same key': await signed(
        { alg: 'RS256', kid: 'key-1' },
        (await importJWK({ ...(await exportJWK(own.privateKey)) }, 'RS256')) as CryptoKey,
      ),
      'the type of a proof': await issuer.sign(claims, { typ: 'dpop+jwt' }),
      'the type of a log-out': await issuer.sign(claims, { typ: 'logout+jwt' }),
      'a changed payload': (await issuer.sign(claims)).replace(payload.slice(0, 4), 'eyJ7'),
    };
    for (const [what, token] of Object.entries(forged)) expect([what, await send(token)]).toEqual([what, 401]);
  });

  it('adversarial 28 and 29: a token out of its time, or of or for somebody else, is refused', async () => {
    const claims = { role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 };
    const send = async (change: Readonly<Record<string, unknown>>) =>
      (await ask(url, { authorization: `Bearer ${await issuer.sign({ ...claims, ...change })}` }, DEPARTMENT_QUERY))
        .status;
    for (const right of [
      {},
      { nbf: NOW },
      { aud: [AUDIENCE, 'https://elsewhere.example'] },
      { nbf: NOW + 5 },
      { exp: NOW - 4 },
    ])
      expect([right, await send(right)]).toEqual([right, 200]);
    for (const wrong of [
      { exp: NOW - 6 },
      { exp: undefined },
      { exp: 'never' },
      { nbf: NOW + 6 },
      { nbf: 'then' },
      { sub: undefined },
      { aud: undefined },
      { aud: 'https://elsewhere.example' },
      { aud: `${AUDIENCE}/` },
      { iss: undefined },
      { iss: `${issuer.url}/` },
      { iss: 'urn:credit-gateway:development' },
      { iss: 'https://test.example' },
      { role: 'PUBLIC' },
    ])
      expect([wrong, await send(wrong)]).toEqual([wrong, 401]);
  });
});
