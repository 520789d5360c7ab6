/** Tokens that are bound to a certificate (RFC 8705): shown by the connection itself, or by a proxy that is trusted, and by nobody else. A proof: it starts servers of its own. */
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, soonest, type World } from '../kit.ts';
import { AUDIENCE, type Issuer, openIssuer } from './authorization-server.ts';
import { ask, atNoon, NOON, NOW, QUERY } from './bound-tokens.ts';

atNoon();

// Keys that protect nothing but these tests.
const path = (name: string): string => join(import.meta.dirname, 'tls', `${name}.pem`);
const pem = (name: string): string => readFileSync(path(name), 'utf8');
const thumbprint = (name: string): string =>
  createHash('sha256')
    .update(new X509Certificate(pem(name)).raw)
    .digest('base64url');

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
});
afterAll(() => issuer.close());

const open = async (environment: NodeJS.ProcessEnv): Promise<World> => {
  const world = await openWorld(soonest(), {
    environment: {
      TOKEN_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: AUDIENCE }]),
      SENDER_CONSTRAINED: 'parties',
      ...environment,
    },
  });
  world.setNow(NOON.toISOString());
  return world;
};

const tokenFor = (certificate: string): Promise<string> =>
  issuer.sign({ role: 'party', unit: 'BANK-A', exp: NOW + 300, cnf: { 'x5t#S256': thumbprint(certificate) } });

describe('a server that speaks TLS itself', () => {
  let world: World;
  beforeAll(async () => {
    world = await open({ TLS_CERT: path('server'), TLS_KEY: path('server-key') });
  });
  afterAll(() => world.close());

  const statusOf = (token: string | undefined, certificate?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${world.server.url}/graphql`,
        {
          method: 'POST',
          ca: pem('server'),
          agent: false,
          headers: {
            'content-type': 'application/json',
            'credit-purpose': 'LOAN_ORIGINATION',
            'client-cert': `:${new X509Certificate(pem('client')).raw.toString('base64')}:`,
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
          ...(certificate === undefined ? {} : { cert: pem(certificate), key: pem('client-key') }),
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify({ query: QUERY }));
    });

  it('adversarial 31: takes a bound token from the connection of its certificate, and from no other', async () => {
    expect(world.server.url).toMatch(/^https:/);
    const token = await tokenFor('client');
    expect(await statusOf(token, 'client')).toBe(200);
    // Another certificate of the very same key is another certificate.
    expect(await statusOf(token, 'other')).toBe(401);
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(await tokenFor('other'), 'client')).toBe(401);
    // Whoever shows a certificate and no token is anyone.
    expect(await statusOf(undefined, 'client')).toBe(200);
  });
});

describe('a server behind a proxy', () => {
  const der = new X509Certificate(pem('client')).raw.toString('base64');
  const said = { 'RFC 9440': `:${der}:`, 'a PEM': encodeURIComponent(pem('client')) };

  it('adversarial 31: believes the header of a trusted proxy', async () => {
    const world = await open({ CLIENT_CERT_HEADER: 'Client-Cert', TRUSTED_PROXIES: '127.0.0.1' });
    try {
      const url = `${world.server.url}/graphql`;
      const token = await tokenFor('client');
      const send = async (header: readonly string[]) =>
        (
          await ask(url, [
            ['authorization', `Bearer ${token}`],
            ...header.map((value): [string, string] => ['client-cert', value]),
          ])
        ).status;
      for (const [form, value] of Object.entries(said)) expect([form, await send([value])]).toEqual([form, 200]);
      const other = `:${new X509Certificate(pem('other')).raw.toString('base64')}:`;
      for (const wrong of [[], [''], [other], ['::'], [':AAAA:'], ['%'], [der], [said['RFC 9440'], other]])
        expect([wrong, await send(wrong)]).toEqual([wrong, 401]);
    } finally {
      await world.close();
    }
  });

  it('adversarial 31: believes nobody else, and no header that the settings do not name', async () => {
    const environments = [
      { CLIENT_CERT_HEADER: 'Client-Cert', TRUSTED_PROXIES: '10.0.0.0/8' },
      { TRUSTED_PROXIES: '127.0.0.1' },
    ];
    for (const environment of environments) {
      const world = await open(environment);
      try {
        const token = await tokenFor('client');
        const { status } = await ask(`${world.server.url}/graphql`, {
          authorization: `Bearer ${token}`,
          'client-cert': said['RFC 9440'],
          'x-forwarded-for': '10.0.0.1',
        });
        expect([environment, status]).toEqual([environment, 401]);
      } finally {
        await world.close();
      }
    }
  });
});
