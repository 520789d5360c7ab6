/** The hop between a gateway and a subgraph: what is read of it, and what is refused (adversarial case 33). */
import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  FORWARDED,
  HOP_SECONDS,
  type HopOf,
  hashOfBody,
  hashOfHeaders,
  readHop,
  SIGNED,
  signHop,
} from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';

const NOW = new Date('2026-11-20T10:00:00+08:00');
const BODY = '{"query":"{ __typename }"}';
const OF: HopOf = {
  subgraph: 'sanctions',
  requestId: '4b8f9c9e-0d6f-4d6e-8a53-1d1f5f3a7c10',
  leftMs: 9_000,
  asked: NOW.getTime() - 500,
};
const HEADERS = { authorization: 'Bearer a.b.c', 'credit-purpose': 'PERMIT', 'credit-case': '2026-0001' };
const WITH = { body: BODY, headers: HEADERS };
const QUESTION_MS = 25_000;

function pair(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const published: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid: id, use: 'sig', alg: 'EdDSA' };
  return { key: { id, key: privateKey }, published };
}

const own = pair('one');
const other = pair('two');
const keys = [other.published, own.published];
const read = (token: string, at = NOW, body = BODY, subgraph = 'sanctions', headers: IncomingHttpHeaders = HEADERS) =>
  readHop(token, keys, { subgraph, body, headers, questionMs: QUESTION_MS, now: at });
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

describe('the hop', () => {
  it('says the subgraph, the request, the time that is left and what the door saw proven; each has a nonce of its own', async () => {
    const seen = { ...OF, key: 'thumbprint', certificate: 'x5t' };
    const one = await read(await signHop(own.key, seen, WITH, NOW));
    const two = await read(await signHop(own.key, seen, WITH, NOW));
    expect(one).toMatchObject(seen);
    expect((one as { nonce: string }).nonce).not.toBe((two as { nonce: string }).nonce);
  });

  it('names nothing of who asks', async () => {
    const token = await signHop(own.key, OF, WITH, NOW);
    const said = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    expect(Object.keys(said).sort()).toEqual([
      'asked',
      'at',
      'body',
      'headers',
      'leftMs',
      'nonce',
      'requestId',
      'subgraph',
    ]);
  });

  it('adversarial 33: of another subgraph, another body, another time or another key it is refused', async () => {
    const token = await signHop(own.key, OF, WITH, NOW);
    expect(await read(token, NOW, BODY, 'catalog')).toBe('OTHER_SUBGRAPH');
    expect(await read(token, NOW, `${BODY} `)).toBe('OTHER_BODY');
    for (const seconds of [-HOP_SECONDS, 0, HOP_SECONDS]) expect(await read(token, later(seconds))).toMatchObject(OF);
    for (const seconds of [-HOP_SECONDS - 1, HOP_SECONDS + 1])
      expect(await read(token, later(seconds))).toBe('NOT_NOW');
    expect(await read(await signHop(pair('one').key, OF, WITH, NOW))).toBe('NOT_SIGNED');
    expect(await read(await signHop({ ...own.key, id: 'two' }, OF, WITH, NOW))).toBe('NOT_SIGNED');
  });

  it('A23.5 adversarial 33: of other headers it is refused: another value, none, an empty one, one more, values that changed places', async () => {
    const token = await signHop(own.key, OF, WITH, NOW);
    const of = (headers: IncomingHttpHeaders) => read(token, NOW, BODY, 'sanctions', headers);
    expect(await of(HEADERS)).toMatchObject(OF);
    // What no subgraph reads is not signed.
    expect(await of({ ...HEADERS, 'user-agent': 'x', dpop: 'proof' })).toMatchObject(OF);
    for (const name of SIGNED) {
      expect([name, await of({ ...HEADERS, [name]: 'another' })]).toEqual([name, 'OTHER_HEADERS']);
      expect([name, await of({ ...HEADERS, [name]: '' })]).toEqual([name, 'OTHER_HEADERS']);
    }
    for (const name of Object.keys(HEADERS))
      expect([name, await of({ ...HEADERS, [name]: undefined })]).toEqual([name, 'OTHER_HEADERS']);
    const { 'credit-purpose': purpose, 'credit-case': reference } = HEADERS;
    expect(await of({ ...HEADERS, 'credit-purpose': reference, 'credit-case': purpose })).toBe('OTHER_HEADERS');
    expect(await of({ authorization: HEADERS.authorization, 'credit-purpose': `PERMIT","2026-0001` })).toBe(
      'OTHER_HEADERS',
    );
    // As RFC 8259 writes a list with a place for each, counted here once more.
    const list = '["Bearer a.b.c","PERMIT","2026-0001",null,null,null,null,null]';
    expect([hashOfHeaders(HEADERS), SIGNED.slice(0, 3)]).toEqual([hashOfBody(list), Object.keys(HEADERS)]);
    expect(FORWARDED.every((name) => (SIGNED as readonly string[]).includes(name))).toBe(true);
  });

  it('A17.1 a question is of the day on which it came, and not of another that a gateway says', async () => {
    const of = async (asked: number) => read(await signHop(own.key, { ...OF, asked }, WITH, NOW));
    const [least, most] = [NOW.getTime() - QUESTION_MS - HOP_SECONDS * 1_000, NOW.getTime() + HOP_SECONDS * 1_000];
    for (const asked of [least, NOW.getTime(), most]) expect(await of(asked)).toMatchObject({ asked });
    for (const asked of [0, least - 1, most + 1]) expect([asked, await of(asked)]).toEqual([asked, 'NOT_NOW']);
  });

  it('what is no hop is none: another type, no signature, an unknown key, members that lack or are of another kind', async () => {
    const good = { ...OF, nonce: 'n', at: NOW.getTime(), body: 'b', headers: hashOfHeaders(HEADERS) };
    const signed = (claims: object, header: object = {}) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'one', typ: 'credit-hop+jwt', ...header })
        .sign(own.key.key);
    expect(await read(await signed(good))).toBe('OTHER_BODY');
    const plain = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    for (const token of [
      '',
      'a.b.c',
      `${plain({ alg: 'none', typ: 'credit-hop+jwt' })}.${plain(good)}.`,
      await signed(good, { typ: 'JWT' }),
      await signed(good, { kid: 'three' }),
      await signed({ ...good, subgraph: undefined }),
      await signed({ ...good, requestId: 7 }),
      await signed({ ...good, requestId: 'chosen by a client' }),
      await signed({ ...good, leftMs: 0 }),
      await signed({ ...good, leftMs: 86_400_000 }),
      await signed({ ...good, nonce: '' }),
      await signed({ ...good, at: '1' }),
      await signed({ ...good, leftMs: 1.5 }),
      await signed({ ...good, key: 7 }),
      await signed({ ...good, headers: undefined }),
      await signed({ ...good, headers: ['credit-purpose'] }),
      await signed({ ...good, asked: undefined }),
      await signed({ ...good, asked: '2026-11-20' }),
    ])
      expect([token, await read(token)]).toEqual([token, 'NOT_SIGNED']);
  });
});
