/** How an issuer is asked for its keys, and what of its answer is believed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../gateway/identity/issuers.ts';

describe('discovery', () => {
  let server: Server;
  let origin: string;
  let documents: Record<string, unknown>;
  beforeEach(async () => {
    documents = {};
    server = createServer((request, response) => {
      const document = documents[request.url ?? ''];
      if (typeof document === 'string') response.writeHead(302, { location: document }).end();
      else response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('finds the keys by OpenID Connect Discovery, and by RFC 8414 where that is all there is', async () => {
    const jwks = { jwks_uri: `${origin}/keys` };
    documents['/.well-known/openid-configuration'] = { issuer: origin, ...jwks };
    expect(await discover(origin)).toBe(`${origin}/keys`);
    documents['/bank/.well-known/openid-configuration'] = { issuer: `${origin}/bank`, ...jwks };
    expect(await discover(`${origin}/bank`)).toBe(`${origin}/keys`);
    // RFC 8414, section 3.1: the path of the issuer stands behind.
    documents['/.well-known/oauth-authorization-server/tenant'] = { issuer: `${origin}/tenant`, ...jwks };
    expect(await discover(`${origin}/tenant`)).toBe(`${origin}/keys`);
  });

  it('adversarial 29: believes no document that names another issuer, leads elsewhere, or names no keys', async () => {
    const at = '/.well-known/openid-configuration';
    const wrong: readonly unknown[] = [
      { issuer: `${origin}/`, jwks_uri: `${origin}/keys` },
      { issuer: 'https://elsewhere.example', jwks_uri: `${origin}/keys` },
      { jwks_uri: `${origin}/keys` },
      { issuer: origin },
      { issuer: origin, jwks_uri: 'keys' },
      { issuer: origin, jwks_uri: null },
      'http://127.0.0.1:9/elsewhere',
      [],
    ];
    for (const document of wrong) {
      documents[at] = document;
      await expect(discover(origin), JSON.stringify(document)).rejects.toThrow(at);
    }
  });
});
