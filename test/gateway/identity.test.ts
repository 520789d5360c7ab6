/** Tokens of a real authorization server, bound to the key of whom they were given to. */
import { createSecretKey } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, onEachDatabase, openWorld, type World } from '../kit.ts';
import { AUDIENCE, type Issuer, openBank, openIssuer } from './authorization-server.ts';
import { ask, atNoon, DEPARTMENT_QUERY, NOON, NOW, proofOf, QUERY, sha256 } from './bound-tokens.ts';
import { withTwoGateways } from './two-gateways.ts';

atNoon();

onEachDatabase('a bank of FAPI 2.0', (kind) => {
  let world: World;
  let issuer: Issuer;
  let url: string;
  let bank: Awaited<ReturnType<typeof openBank>>;
  beforeAll(async () => {
    issuer = await openIssuer();
    bank = await openBank(issuer);
    world = await openWorld(kind, {
      environment: {
        TOKEN_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: AUDIENCE }]),
        SENDER_CONSTRAINED: 'parties',
      },
    });
    world.setNow(NOON.toISOString());
    url = `${world.server.url}/graphql`;
  });
  afterAll(async () => {
    await world.close();
    await issuer.close();
  });

  const answered = { data: { agreements: { nodes: [{ party: { code: 'BANK-A' } }] } } };

  it('A23.2 is answered with a token by private_key_jwt, PAR, PKCE and DPoP, whose issuer and keys are found by discovery', async () => {
    const token = await bank.tokenByCode();
    const response = await bank.ask(token, url, QUERY);
    expect([response.status, await response.json()]).toEqual([200, answered]);
    // The library's own proofs are new ones each time.
    expect((await bank.ask(token, url, QUERY)).status).toBe(200);
    expect((await bank.ask(await bank.token(), url, QUERY)).status).toBe(200);
    // Each process that verifies reads them once: the gateway, and where it has one of its own the subgraph.
    expect(issuer.keyRequests()).toBe(world.wired === undefined ? 1 : 2);
    // Under the name that a person at the machine uses.
    expect((await bank.ask(token, url.replace('127.0.0.1', 'localhost'), QUERY)).status).toBe(200);
    const reports = `${world.server.url}/reports/00000000-0000-4000-8000-000000000000`;
    const proof = await proofOf(bank.pair, reports, token, { claims: { htm: 'GET' } });
    const report = await fetch(reports, { headers: { authorization: `DPoP ${token}`, dpop: proof } });
    expect(report.status).toBe(404);
  });

  it('adversarial 30: a proof that is missing, stolen, of another request, time, token or key is refused', async () => {
    const token = await bank.token();
    const other = await generateKeyPair('ES256', { extractable: true });
    const rsa = await generateKeyPair('RS256', { extractable: true });
    const secret = createSecretKey(Buffer.alloc(32, 7));
    const send = async (proof: string | undefined) =>
      ask(url, { authorization: `DPoP ${token}`, ...(proof === undefined ? {} : { dpop: proof }) });
    const good = await proofOf(bank.pair, url, token);
    expect((await send(good)).body).toEqual(answered);
    const change = (claims: Readonly<Record<string, unknown>>) => proofOf(bank.pair, url, token, { claims });
    const wrong: Record<string, string | undefined> = {
      missing: undefined,
      'sent before': good,
      'of another key': await proofOf(other, url, token),
      'of another key, under the name of the right one': await proofOf(bank.pair, url, token, {
        key: other.privateKey,
      }),
      'for another method': await change({ htm: 'GET' }),
      'for a method in small letters': await change({ htm: 'post' }),
      'for another path': await change({ htu: `${world.server.url}/reports` }),
      'for another server': await change({ htu: 'https://elsewhere.example/graphql' }),
      'for another scheme': await change({ htu: url.replace('http:', 'https:') }),
      'for no address': await change({ htu: 'graphql' }),
      'for another token': await change({ ath: sha256('another') }),
      'for no token': await change({ ath: undefined }),
      'too old': await change({ iat: NOW - 61 }),
      'of a time to come': await change({ iat: NOW + 6 }),
      'of no time': await change({ iat: undefined }),
      'of a time that is text': await change({ iat: String(NOW) }),
      'over by its own word': await change({ exp: NOW - 60 }),
      'without an id': await change({ jti: undefined }),
      'with an empty id': await change({ jti: '' }),
      'with an id that is no text': await change({ jti: 7 }),
      'with an endless id': await change({ jti: 'x'.repeat(257) }),
      'too long': await change({ padding: 'x'.repeat(5_000) }),
      'of another type': await proofOf(bank.pair, url, token, { header: { typ: 'JWT' } }),
      'that holds its private key': await proofOf(bank.pair, url, token, {
        jwk: await exportJWK(bank.pair.privateKey),
      }),
      'whose key is a secret': await new SignJWT({ jti: 's', htm: 'POST', htu: url, iat: NOW, ath: sha256(token) })
        .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: secret.export({ format: 'jwk' }) as JWK })
        .sign(secret),
      'of an RSA key that is not the token’s': await new SignJWT({
        jti: 'r',
        htm: 'POST',
        htu: url,
        iat: NOW,
        ath: sha256(token),
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'dpop+jwt', jwk: await exportJWK(rsa.publicKey) })
        .sign(rsa.privateKey),
      unsigned: `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'dpop+jwt', jwk: await exportJWK(bank.pair.publicKey) })).toString('base64url')}.${good.split('.')[1]}.`,
      'no JWT': 'proof',
    };
    for (const [what, proof] of Object.entries(wrong)) {
      const { status, challenge, body } = await send(proof);
      expect({ what, status, data: body.data }).toEqual({ what, status: 401, data: undefined });
      expect(challenge, what).toBe('DPoP error="invalid_dpop_proof", algs="PS256 RS256 ES256 EdDSA"');
    }
    // What only is written otherwise is the same address.
    expect((await send(await change({ htu: `${url.toUpperCase().replace('GRAPHQL', 'graphql')}?x=1#y` }))).status).toBe(
      200,
    );
    const twice = await fetch(url, {
      method: 'POST',
      headers: [
        ['authorization', `DPoP ${token}`],
        ['content-type', 'application/json'],
        ['dpop', await proofOf(bank.pair, url, token)],
        ['dpop', await proofOf(bank.pair, url, token)],
      ],
      body: JSON.stringify({ query: QUERY }),
    });
    expect(twice.status).toBe(401);
  });

  it('adversarial 30: of forty that send the same proof at once one is answered', async () => {
    const token = await bank.token();
    const dpop = await proofOf(bank.pair, url, token);
    const sent = await Promise.all(
      Array.from({ length: 40 }, () => ask(url, { authorization: `DPoP ${token}`, dpop })),
    );
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(sent.filter(({ status }) => status === 401)).toHaveLength(39);
  });

  it('adversarial 30: a bound token is no bearer token, and an unbound one is none of a party', async () => {
    const token = await bank.token();
    const stolen = await ask(url, { authorization: `Bearer ${token}` });
    expect([stolen.status, stolen.challenge]).toEqual([
      401,
      'DPoP error="invalid_token", algs="PS256 RS256 ES256 EdDSA"',
    ]);
    const claims = { role: 'party', unit: 'BANK-A', exp: NOW + 300 };
    const unbound = await issuer.sign(claims);
    const refused = await ask(url, { authorization: `Bearer ${unbound}` });
    expect([refused.status, refused.body.errors?.[0]?.message]).toEqual([
      401,
      'A token of role party is bound to its holder here, and this one is not.',
    ]);
    expect(
      (await ask(url, { authorization: `DPoP ${unbound}`, dpop: await proofOf(bank.pair, url, unbound) })).status,
    ).toBe(401);
    // Of a department none is asked for; but a proof for a token that is bound to nothing proves nothing.
    const department = await issuer.sign({ role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 });
    expect((await ask(url, { authorization: `Bearer ${department}` }, DEPARTMENT_QUERY)).status).toBe(200);
    const needless = await proofOf(bank.pair, url, department);
    expect((await ask(url, { authorization: `Bearer ${department}`, dpop: needless })).status).toBe(401);
    expect((await ask(url, { dpop: needless })).status).toBe(401);
    for (const cnf of [{}, null, 'x', [], { kid: 'k' }, { jkt: 7 }, { jwk: {} }, { jkt: 'x', kid: 'k' }]) {
      const odd = await issuer.sign({ ...claims, role: 'department', unit: 'HRB-PERMIT', cnf });
      expect((await ask(url, { authorization: `Bearer ${odd}` })).status, JSON.stringify(cnf)).toBe(401);
    }
  });
});

describe.runIf(databases().includes('postgresql'))('two gateways over one database', () => {
  it('adversarial 30: a proof that one has taken is refused by the other', async () => {
    const issuer = await openIssuer();
    const environment = {
      PUBLIC_URL: 'https://credit.example',
      TOKEN_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: AUDIENCE }]),
    };
    try {
      await withTwoGateways(environment, async (...servers) => {
        const bank = await openBank(issuer);
        const token = await bank.token();
        const dpop = await proofOf(bank.pair, 'https://credit.example/graphql', token);
        const sent = servers.map(({ url }) => ask(`${url}/graphql`, { authorization: `DPoP ${token}`, dpop }));
        expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 401]);
      });
    } finally {
      await issuer.close();
    }
  });
});
