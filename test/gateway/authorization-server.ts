/** A real authorization server in this process, set up as FAPI 2.0 asks, and a bank that is its client. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import * as client from 'openid-client';

export const AUDIENCE = 'https://credit.example';
const REDIRECT = 'https://bank.example/callback';
const CLIENT = 'bank-a';

export interface Issuer {
  readonly url: string;
  /** Signs whatever claims with the key of the server: what a faulty or tricked issuer could. */
  sign(claims: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): Promise<string>;
  readonly publicJwk: () => JWK;
  /** From now on it signs with a new key, and publishes no other. */
  rotate(): Promise<void>;
  /** From now on it answers nothing. */
  readonly down: (isDown: boolean) => void;
  /** Requests for its keys so far. */
  readonly keyRequests: () => number;
  readonly bankKey: CryptoKey;
  close(): Promise<void>;
}

const configuration = (signing: JWK, bank: JWK): Configuration => ({
  jwks: { keys: [signing as never] },
  clients: [
    {
      client_id: CLIENT,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      id_token_signed_response_alg: 'PS256',
      jwks: { keys: [bank as never] },
      grant_types: ['authorization_code', 'client_credentials'],
      response_types: ['code'],
      redirect_uris: [REDIRECT],
      dpop_bound_access_tokens: true,
      require_pushed_authorization_requests: true,
    },
  ],
  cookies: { keys: ['test'] },
  enabledJWA: { idTokenSigningAlgValues: ['PS256'] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    dPoP: { enabled: true },
    fapi: { enabled: true, profile: '2.0' },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'credit',
        audience: AUDIENCE,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
        jwt: { sign: { alg: 'PS256' } },
      }),
    },
  },
  scopes: ['openid', 'credit'],
  pkce: { required: () => true },
  extraTokenClaims: () => ({ role: 'party', unit: 'BANK-A' }),
  findAccount: (_context, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id }) }),
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session?.accountId ?? '',
      clientId: oidc.client?.clientId ?? '',
    });
    grant.addOIDCScope('openid credit');
    grant.addResourceScope(AUDIENCE, 'credit');
    await grant.save();
    return grant;
  },
});

async function freshKey(number: number) {
  const { privateKey, publicKey } = await generateKeyPair('PS256', { extractable: true });
  const named = { kid: `key-${number}`, use: 'sig', alg: 'PS256' };
  return {
    privateKey,
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
  };
}

/** Starts it. */
export async function openIssuer(): Promise<Issuer> {
  const bank = await generateKeyPair('ES256', { extractable: true });
  const bankJwk = { ...(await exportJWK(bank.publicKey)), kid: 'bank', use: 'sig', alg: 'ES256' };
  let serve: RequestListener = (_request, response) => response.end();
  let isDown = false;
  let keyRequests = 0;
  const server = createServer((request, response) => {
    if (request.url === '/jwks') keyRequests += 1;
    if (isDown) request.socket.destroy();
    else serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let number = 0;
  let key = await freshKey(number);
  const begin = async (): Promise<void> => {
    number += 1;
    key = await freshKey(number);
    const provider = new Provider(url, configuration(key.privateJwk, bankJwk));
    const callback = provider.callback();
    serve = (request, response) => {
      // Whoever comes to the page of the log-in is the bank's officer.
      if (request.url?.startsWith('/interaction/') === true)
        void provider.interactionFinished(request, response, { login: { accountId: 'officer-7' } });
      else void callback(request, response);
    };
  };
  await begin();
  return {
    url,
    sign: (claims, header = {}) =>
      new SignJWT({ iss: url, aud: AUDIENCE, sub: CLIENT, ...claims })
        .setProtectedHeader({ alg: 'PS256', kid: `key-${number}`, typ: 'at+jwt', ...header })
        .sign(key.privateKey, { crit: { x: true } }),
    publicJwk: () => key.publicJwk,
    rotate: begin,
    down: (value) => {
      isDown = value;
    },
    keyRequests: () => keyRequests,
    bankKey: bank.privateKey,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The bank: its configuration and the key that its tokens are bound to. */
export async function openBank(issuer: Issuer) {
  const configured = await client.discovery(
    new URL(issuer.url),
    CLIENT,
    undefined,
    client.PrivateKeyJwt({ key: issuer.bankKey, kid: 'bank' }),
    { execute: [client.allowInsecureRequests] },
  );
  const pair = await client.randomDPoPKeyPair('ES256', { extractable: true });
  const DPoP = client.getDPoPHandle(configured, pair);
  return {
    pair,
    /** A token by client credentials. */
    token: async (): Promise<string> =>
      (await client.clientCredentialsGrant(configured, { scope: 'credit', resource: AUDIENCE }, { DPoP })).access_token,
    /** A token by a pushed authorization request, the officer's log-in, PKCE and the code. */
    tokenByCode: async (): Promise<string> => {
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const begin = await client.buildAuthorizationUrlWithPAR(
        configured,
        {
          redirect_uri: REDIRECT,
          scope: 'openid credit',
          resource: AUDIENCE,
          state,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        },
        { DPoP },
      );
      const callback = await browse(begin);
      const tokens = await client.authorizationCodeGrant(
        configured,
        callback,
        { pkceCodeVerifier: verifier, expectedState: state },
        { resource: AUDIENCE },
        { DPoP },
      );
      return tokens.access_token;
    },
    /** Asks the gateway as the library does it. */
    ask: async (token: string, url: string, query: string) =>
      client.fetchProtectedResource(
        configured,
        token,
        new URL(url),
        'POST',
        JSON.stringify({ query }),
        new Headers({ 'content-type': 'application/json', 'credit-purpose': 'LOAN_ORIGINATION' }),
        { DPoP },
      ),
  };
}

/** What a browser does between the bank and the authorization server: follows redirects and keeps cookies. */
async function browse(begin: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = begin;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`The authorization server answers ${response.status}: ${await response.text()}`);
    at = new URL(next, at);
    if (at.href.startsWith(REDIRECT)) return at;
  }
  throw new Error('The authorization server redirects for ever.');
}
