/** Tokens that are filed outside (RFC 7515, RFC 8037): read by an independent implementation, and everything forged told apart. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { createLocalJWKSet, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { verifyCompact } from '../../subgraphs/keys/jws.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { openSigner } from '../../subgraphs/ledger/ledger.ts';
import { cpuTime } from '../cpu-time.ts';

const seed = String(freshSecrets().signing[0]);
const signer = openSigner([seed]);
const kid = signer.keys[0]?.kid ?? '';
const PAYLOAD = { jti: 'a', measures: ['限制参加政府采购'], 生僻: '𠮷' };

/** RFC 8410: how a raw seed is told to a library that knows no other form. */
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'base64')]),
  format: 'der',
  type: 'pkcs8',
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as RFC 7515 §7.1 puts it together, of any header and payload, signed with the platform's own key. */
function signed(header: unknown, payload: unknown = PAYLOAD, by: KeyObject = key): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), by).toString('base64url')}`;
}

const HEADER = { alg: 'EdDSA', kid, typ: 'credit-matter+jwt' };
const read = (token: string) => verifyCompact(token, 'credit-matter+jwt', signer.keys);

/**
 * Tokens that were filed before a library signed them, under the seed of 32 bytes 0x07. Whoever filed one may show it for as long as
 * its key is published.
 */
const FILED = {
  seed: Buffer.alloc(32, 7).toString('base64'),
  payload: {
    iss: 'credit-gateway',
    jti: '00000000-0000-4000-8000-000000000001',
    measures: ['限制参加政府采购'],
    生僻: '𠮷',
    nothing: null,
  },
  'credit-matter+jwt':
    'eyJhbGciOiJFZERTQSIsImtpZCI6Ii0tNklNNWwwT29zTGo5eVdza0lTWWhVQTNuXzNDVVJRa21yWU1TaGFfY2siLCJ0eXAiOiJjcmVkaXQtbWF0dGVyK2p3dCJ9.eyJpc3MiOiJjcmVkaXQtZ2F0ZXdheSIsImp0aSI6IjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsIm1lYXN1cmVzIjpbIumZkOWItuWPguWKoOaUv-W6nOmHh-i0rSJdLCLnlJ_lg7siOiLwoK63Iiwibm90aGluZyI6bnVsbH0.jGdMNaMyJXyDbz36Et2ECFDiyCl2s8zP0-S3yt_YcG9go8lou7vky27ZM67k7clevuRnniscs4qUYUICIL3tCQ',
  'credit-report+jwt':
    'eyJhbGciOiJFZERTQSIsImtpZCI6Ii0tNklNNWwwT29zTGo5eVdza0lTWWhVQTNuXzNDVVJRa21yWU1TaGFfY2siLCJ0eXAiOiJjcmVkaXQtcmVwb3J0K2p3dCJ9.eyJpc3MiOiJjcmVkaXQtZ2F0ZXdheSIsImp0aSI6IjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMSIsIm1lYXN1cmVzIjpbIumZkOWItuWPguWKoOaUv-W6nOmHh-i0rSJdLCLnlJ_lg7siOiLwoK63Iiwibm90aGluZyI6bnVsbH0.6fM3fLsEZEnVTHBe04MFRAo8Ee8JHEg5r3rkIUmZQYynFLOzSftoYDYWMcTfuw-xel2PgLOhkX11A0DP7YoEDw',
} as const;

const TYPES = ['credit-matter+jwt', 'credit-report+jwt'] as const;

describe('tokens', () => {
  it('A36.3 an independent implementation verifies it with the published keys, and the payload comes back whole', async () => {
    const token = await signer.token('credit-matter+jwt', PAYLOAD);
    const [head = '', body = '', signature = ''] = token.split('.');
    const published = createPublicKey({ key: { ...signer.keys[0] }, format: 'jwk' });
    expect(verify(null, Buffer.from(`${head}.${body}`), published, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(Buffer.from(head, 'base64url').toString()).toBe(JSON.stringify(HEADER));
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...signer.keys] }), {
      typ: 'credit-matter+jwt',
    });
    expect(payload).toEqual(PAYLOAD);
    expect(await read(token)).toEqual(PAYLOAD);
  });

  it('A36.3 the same payload under the same key is the same token, as RFC 7515 and RFC 8032 put it together', async () => {
    const token = await signer.token('credit-matter+jwt', PAYLOAD);
    expect(await signer.token('credit-matter+jwt', PAYLOAD)).toBe(token);
    expect(token).toBe(signed(HEADER));
  });

  it.each(TYPES)('A36.3 a %s that was filed earlier is verified still, and made the same today', async (typ) => {
    const { keys, token } = openSigner([FILED.seed]);
    expect(await verifyCompact(FILED[typ], typ, keys)).toEqual(FILED.payload);
    expect(await token(typ, FILED.payload)).toBe(FILED[typ]);
    // Its key signs no more and is published still.
    const later = openSigner([seed, FILED.seed]);
    expect(await verifyCompact(FILED[typ], typ, later.keys)).toEqual(FILED.payload);
    for (const other of TYPES.filter((one) => one !== typ))
      expect(await verifyCompact(FILED[typ], other, keys)).toBeUndefined();
  });

  it('A36.3 one altered character anywhere, another type, key or algorithm, and it is none', async () => {
    const token = await signer.token('credit-matter+jwt', PAYLOAD);
    for (let place = 0; place < token.length; place += 1) {
      const altered = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
      expect(await read(altered)).toBeUndefined();
    }
    expect(await verifyCompact(token, 'credit-report+jwt', signer.keys)).toBeUndefined();
    expect(await verifyCompact(token, 'credit-matter+jwt', openSigner(freshSecrets().signing).keys)).toBeUndefined();
    const none = new UnsecuredJWT(PAYLOAD).encode();
    const hmac = await new SignJWT(PAYLOAD)
      .setProtectedHeader({ alg: 'HS256', typ: 'credit-matter+jwt', kid })
      .sign(Buffer.from(signer.keys[0]?.x ?? ''));
    for (const forged of [none, hmac, '', '..', 'a.b', `${token}.`, `${token}=`, ` ${token}`, `${token}\n`, '{}'])
      expect(await read(forged)).toBeUndefined();
  });

  it('A36.3 no other header than alg, kid and typ, though our own key signed it', async () => {
    expect(await read(signed(HEADER))).toEqual(PAYLOAD);
    const own = { ...signer.keys[0] };
    const more = [
      { crit: ['exp'], exp: 1 },
      { crit: ['b64'], b64: true },
      { b64: false },
      { jwk: own },
      { jku: 'https://a' },
      { x5c: [] },
      { cty: 'JWT' },
      { other: null },
    ];
    for (const extra of more)
      expect(await read(signed({ ...HEADER, ...extra })), JSON.stringify(extra)).toBeUndefined();
    const { alg, typ } = HEADER;
    const less = [{ alg, kid }, { alg, typ }, { kid, typ }, { alg, typ, jwk: own }, {}, [], null, 'x', 1];
    const other = [
      { alg: 'Ed25519' },
      { alg: 'none' },
      { alg: null },
      { typ: 'JWT' },
      { typ: 'CREDIT-MATTER+JWT' },
      { typ: ['credit-matter+jwt'] },
      { kid: `${kid} ` },
      { kid: [kid] },
    ];
    for (const header of [...less, ...other.map((part) => ({ ...HEADER, ...part }))])
      expect(await read(signed(header)), JSON.stringify(header)).toBeUndefined();
    const stranger = generateKeyPairSync('ed25519').privateKey;
    expect(await read(signed(HEADER, PAYLOAD, stranger))).toBeUndefined();
  });

  it('A36.3 a payload is an object: anything else that was signed is none', async () => {
    for (const payload of [null, [], 'x', 1, true]) expect(await read(signed(HEADER, payload))).toBeUndefined();
    const input = `${encode(HEADER)}.${Buffer.from('{').toString('base64url')}`;
    expect(await read(`${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`)).toBeUndefined();
  });

  it('A36.3 one text a value: what decodes to the same bytes and reads otherwise is none', async () => {
    const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const token = await signer.token('credit-matter+jwt', PAYLOAD);
    const [head = '', body = '', signature = ''] = token.split('.');
    // The signature's last character carries two bits of 64 bytes and four that are left over.
    const bytes = Buffer.from(signature, 'base64url');
    const same = [...ALPHABET]
      .map((last) => `${signature.slice(0, -1)}${last}`)
      .filter((text) => text !== signature && Buffer.from(text, 'base64url').equals(bytes));
    expect(same).toHaveLength(15);
    const spelled = [
      signature.replaceAll('-', '+').replaceAll('_', '/'),
      `${signature}==`,
      `${signature.slice(0, 9)}\n${signature.slice(9)}`,
    ];
    for (const text of [...same, ...spelled.filter((text) => text !== signature)])
      expect(await read(`${head}.${body}.${text}`), text).toBeUndefined();
  });

  it('never rejects, whatever it is given', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const header = fc.record(
      {
        alg: fc.oneof(fc.constant('EdDSA'), fc.jsonValue()),
        kid: fc.oneof(fc.constant(kid), fc.jsonValue()),
        typ: fc.oneof(fc.constant(HEADER.typ), fc.jsonValue()),
        crit: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const token = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.')),
      fc.tuple(header, part, part).map(([head, ...rest]) => [encode(head), ...rest].join('.')),
    );
    await fc.assert(
      fc.asyncProperty(token, async (text) => (await read(text)) === undefined),
      { numRuns: 2_000 },
    );
  });

  it('a text of a third of a million points costs no more than its length: its parts are counted before one is decoded', async () => {
    const many = 'AA.'.repeat(330_000);
    const one = 'A'.repeat(many.length);
    expect([await read(many), await read(one)]).toEqual([undefined, undefined]);
    // Decoded part by part it cost two hundred times as much as one part of the same length.
    expect(await cpuTime(() => read(many))).toBeLessThan(4 * (await cpuTime(() => read(one))) + 5);
  });
});
