/** A token that was verified is not verified again: it is valid as long as its times and the key of its issuer are (RFC 7519, 4.1.4 and 4.1.5), and no other one is. */
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readToken } from '../../gateway/identity/access-token.ts';
import type { Issuer } from '../../gateway/identity/issuers.ts';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'credit';
const at = (seconds: number): Date => new Date(seconds * 1_000);
const NOON = 1_795_752_000;

describe('a token that is known', () => {
  let own: CryptoKeyPair;
  let other: CryptoKeyPair;
  beforeAll(async () => {
    [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  });
  afterEach(() => vi.restoreAllMocks());

  const sign = (claims: JWTPayload = {}): Promise<string> =>
    new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'BANK-A', role: 'party', exp: NOON + 60, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: '1' })
      .sign(own.privateKey);
  /** An issuer whose key can become another. */
  const issuer = (): { key: CryptoKey; issuers: Map<string, Issuer> } => {
    const held = { key: own.publicKey, issuers: new Map<string, Issuer>() };
    held.issuers.set(ISSUER, { audience: AUDIENCE, key: async () => held.key });
    return held;
  };
  const reads = (issuers: ReadonlyMap<string, Issuer>, token: string, seconds: number): Promise<unknown> =>
    readToken(issuers, token, 'Bearer', at(seconds)).then(
      ({ sub }) => sub,
      (error: { said?: unknown; status?: number; message: string }) => error.message,
    );

  it('is verified once, and says the same', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const { issuers } = issuer();
    const token = await sign();
    const first = await readToken(issuers, token, 'Bearer', at(NOON));
    expect(await readToken(issuers, token, 'Bearer', at(NOON + 30))).toEqual(first);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('adversarial 28: ends when it ends, to the second, with the tolerance of five', async () => {
    for (const known of [true, false]) {
      const { issuers } = issuer();
      const token = await sign({ nbf: NOON });
      if (known) expect(await reads(issuers, token, NOON)).toBe('BANK-A');
      expect(await reads(issuers, token, NOON + 64)).toBe('BANK-A');
      expect(await reads(issuers, token, NOON + 65)).toMatch(/expired/);
      expect(await reads(issuers, token, NOON - 5)).toBe('BANK-A');
      expect(await reads(issuers, token, NOON - 6)).toMatch(/not valid/);
    }
  });

  it('is none of another key, and none that was changed is known', async () => {
    const held = issuer();
    const token = await sign();
    expect(await reads(held.issuers, token, NOON)).toBe('BANK-A');
    const [header, , signature] = token.split('.');
    const [, changed] = (await sign({ sub: 'BANK-B' })).split('.');
    expect(await reads(held.issuers, `${header}.${changed}.${signature}`, NOON)).toMatch(/not valid/);
    held.key = other.publicKey;
    expect(await reads(held.issuers, token, NOON)).toMatch(/not valid/);
    // Nor is it known to another issuer of that name, whose audience is another.
    const elsewhere = new Map([[ISSUER, { audience: 'elsewhere', key: async () => own.publicKey } as Issuer]]);
    expect(await reads(elsewhere, token, NOON)).toMatch(/not valid/);
  });

  it('is forgotten with a thousand others, and verified again', async () => {
    const { issuers } = issuer();
    const token = await sign();
    expect(await reads(issuers, token, NOON)).toBe('BANK-A');
    for (let count = 0; count < 513; count += 1) await reads(issuers, await sign({ jti: String(count) }), NOON);
    const verify = vi.spyOn(crypto.subtle, 'verify');
    expect(await reads(issuers, token, NOON)).toBe('BANK-A');
    expect(verify).toHaveBeenCalledTimes(1);
  });
});
