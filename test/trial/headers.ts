/** `npm run trial:headers`: a token of the trial authorization server, as header lines for curl. It connects as a client should: private_key_jwt, DPoP. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importJWK, type JWK } from 'jose';
import * as client from 'openid-client';
import { REDIRECT, type Tokens } from './configuration.ts';

const HELP = `Prints header lines with a token, for one POST to the gateway: curl -H @<(npm run --silent trial:headers -- CLIENT …)

  npm run trial:headers -- CLIENT --issuer URL --tokens FILE --folder FOLDER --for URL [--token]

  CLIENT    client_id in the file of --tokens
  --issuer  the trial authorization server; --folder where it put the keys of its clients
  --for     the address of the request: a proof of possession is made for it and is accepted once
  --token   prints the token alone`;

const { values, positionals } = parseArgs({
  options: {
    ...{ issuer: { type: 'string' }, tokens: { type: 'string' }, folder: { type: 'string' }, for: { type: 'string' } },
    ...{ token: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  },
  allowPositionals: true,
});
const { issuer, tokens, folder, for: url = '' } = values;
const [name] = positionals;
if (values.help || name === undefined || issuer === undefined || tokens === undefined || folder === undefined) {
  process.stderr.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const { audience, clients } = JSON.parse(readFileSync(tokens, 'utf8')) as Tokens;
const who = clients.find(({ client_id }) => client_id === name);
if (who === undefined) throw new Error(`${tokens} has no client ${name}.`);

/** What a browser does between the portal and the authorization server: it follows redirects and keeps cookies. */
async function browse(begin: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = begin;
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`The authorization server answers ${response.status}: ${await response.text()}`);
    at = new URL(next, at);
    if (at.href.startsWith(REDIRECT)) return at;
  }
  throw new Error('The authorization server redirects for ever.');
}

const jwk = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as JWK;
const key = (await importJWK(jwk, 'ES256')) as CryptoKey;
const configured = await client.discovery(new URL(issuer), name, undefined, client.PrivateKeyJwt({ key, kid: name }));

/** The token of a person who logs in at the portal: authorization code with PKCE. */
async function ofPerson(): Promise<string> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const challenge = await client.calculatePKCECodeChallenge(verifier);
  const begin = client.buildAuthorizationUrl(configured, {
    ...{ redirect_uri: REDIRECT, scope: 'openid credit', resource: audience, state },
    ...{ code_challenge: challenge, code_challenge_method: 'S256' },
  });
  const checks = { pkceCodeVerifier: verifier, expectedState: state };
  const callback = await browse(begin);
  return (await client.authorizationCodeGrant(configured, callback, checks, { resource: audience })).access_token;
}

/** The header lines of a client whose tokens are bound to a key: the token, and a proof that its sender has the key. */
async function bound(): Promise<string> {
  const DPoP = client.getDPoPHandle(configured, await client.randomDPoPKeyPair('ES256', { extractable: true }));
  const parameters = { scope: 'credit', resource: audience };
  const token = (await client.clientCredentialsGrant(configured, parameters, { DPoP })).access_token;
  let lines = '';
  // The library makes the proof as it sends the request; here curl sends it.
  configured[client.customFetch] = (_url, { headers }) => {
    lines = `Authorization: DPoP ${token}\nDPoP: ${new Headers(headers).get('dpop')}`;
    return Promise.resolve(new Response());
  };
  await client.fetchProtectedResource(configured, token, new URL(url), 'POST', null, undefined, { DPoP });
  return lines;
}

async function bearer(): Promise<string> {
  const parameters = { scope: 'credit', resource: audience };
  const token =
    who?.role === 'subject'
      ? await ofPerson()
      : (await client.clientCredentialsGrant(configured, parameters)).access_token;
  return values.token ? token : `Authorization: Bearer ${token}`;
}

process.stdout.write(`${await (who.dpop_bound_access_tokens === true ? bound() : bearer())}\n`);
