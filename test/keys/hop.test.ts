/** The hop between a gateway and a subgraph: what is read of it, and what is refused (adversarial case 33). */
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { HOP_SECONDS, type HopOf, readHop, signHop } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';

const NOW = new Date('2026-11-20T10:00:00+08:00');
const BODY = '{"query":"{ __typename }"}';
const OF: HopOf = { subgraph: 'sanctions', requestId: '4b8f9c9e-0d6f-4d6e-8a53-1d1f5f3a7c10', leftMs: 9_000 };

function pair(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const published: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid: id, use: 'sig', alg: 'EdDSA' };
  return { key: { id, key: privateKey }, published };
}

const own = pair('one');
const other = pair('two');
const keys = [other.published, own.published];
const read = (token: string, at = NOW, body = BODY, subgraph = 'sanctions') =>
  readHop(token, keys, { subgraph, body, now: at });
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

describe('the hop', () => {
  it('says the subgraph, the request, the time that is left and what the door saw proven; each has a nonce of its own', async () => {
    const seen = { ...OF, key: 'thumbprint', certificate: 'x5t' };
    const one = await read(await signHop(own.key, seen, BODY, NOW));
    const two = await read(await signHop(own.key, seen, BODY, NOW));
    expect(one).toMatchObject(seen);
    expect((one as { nonce: string }).nonce).not.toBe((two as { nonce: string }).nonce);
  });

  it('names nothing of who asks', async () => {
    const token = await signHop(own.key, OF, BODY, NOW);
    const said = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    expect(Object.keys(said).sort()).toEqual(['at', 'body', 'leftMs', 'nonce', 'requestId', 'subgraph']);
  });

  it('adversarial 33: of another subgraph, another body, another time or another key it is refused', async () => {
    const token = await signHop(own.key, OF, BODY, NOW);
    expect(await read(token, NOW, BODY, 'catalog')).toBe('OTHER_SUBGRAPH');
    expect(await read(token, NOW, `${BODY} `)).toBe('OTHER_BODY');
    for (const seconds of [-HOP_SECONDS, 0, HOP_SECONDS]) expect(await read(token, later(seconds))).toMatchObject(OF);
    for (const seconds of [-HOP_SECONDS - 1, HOP_SECONDS + 1])
      expect(await read(token, later(seconds))).toBe('NOT_NOW');
    expect(await read(await signHop(pair('one').key, OF, BODY, NOW))).toBe('NOT_SIGNED');
    expect(await read(await signHop({ ...own.key, id: 'two' }, OF, BODY, NOW))).toBe('NOT_SIGNED');
  });

  it('what is no hop is none: another type, no signature, an unknown key, members that lack or are of another kind', async () => {
    const good = { ...OF, nonce: 'n', at: NOW.getTime(), body: 'b' };
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
    ])
      expect([token, await read(token)]).toEqual([token, 'NOT_SIGNED']);
  });
});
