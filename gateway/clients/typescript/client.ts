#!/usr/bin/env node
/**
 * A small client of the credit gateway, with Node 24 and no package. Its settings and commands are those of ../README.md; the rules beside it
 * decide what to do after an answer.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Answer,
  checkWebhook,
  isSurelyQuery,
  mayBeSent,
  nextStep,
  pageInfo,
  printable,
  savedCall,
} from './rules.ts';

const ITSELF = `node ${basename(import.meta.filename)}`;
const HELP = `  ${ITSELF} headers METHOD URL        header lines of one request: Authorization and DPoP
  ${ITSELF} ask QUESTION [STATED]     asks once and prints the answer
  ${ITSELF} pages QUESTION [STATED]   follows endCursor through "variables": { "after": … }; an answer a line
  ${ITSELF} webhook SECRET CALL       checks a call that was saved: header lines, an empty line, the body

STATED: --purpose CODE --case REFERENCE --matter CODE. Settings: CREDIT_GATEWAY, CREDIT_ISSUER, CREDIT_AUDIENCE, CREDIT_CLIENT, CREDIT_KEY, CREDIT_CA.`;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const setting = (name: string): string => process.env[name] || fail(`${name} is not set.\n\n${HELP}`);

const HTTPS_ALONE =
  'is sent nothing: an address begins with https://; http:// is for this machine alone (localhost, 127.0.0.1, [::1]).';

function bytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return fail(`${path} cannot be read.`);
  }
}
const read = (path: string): string => bytes(path).toString();

interface Got {
  /** 0 where no answer came, or none that is whole. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Node's own fetch takes no authority of a single request, so that this is its older brother. */
function send(method: string, url: string, headers: Readonly<Record<string, string>>, body = ''): Promise<Got> {
  if (!mayBeSent(url)) fail(`${printable(url)} ${HTTPS_ALONE}`);
  const { CREDIT_CA: file } = process.env;
  const ca = file === undefined || file === '' ? {} : { ca: readFileSync(file) };
  const open = new URL(url).protocol === 'https:' ? requestTls : requestPlain;
  const sent = body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const none = ({ message }: Error) => resolve({ status: 0, headers: {}, text: message });
    const request = open(url, { method, headers: sent, timeout: 30_000, ...ca }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      // An answer that ended before its end is none: what is missing may be its refusals.
      response.on('error', none).on('end', () => {
        const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(flat), text });
      });
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', none);
    request.end(body);
  });
}

function jsonOf(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

/** A JWT with ES256. JWS wants r and s one behind the other (RFC 7518, section 3.4), which Node calls ieee-p1363; by default it gives DER. */
function jwt(key: KeyObject, header: object, payload: object): string {
  const text = [{ alg: 'ES256', ...header }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const seconds = (): number => Math.floor(Date.now() / 1_000);

/** A key of its own for the proofs (RFC 9449): it lives as long as this process. */
const proofKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const { kty, crv, x, y } = createPublicKey(proofKey).export({ format: 'jwk' });

function proofOf(method: string, url: string, token?: string, nonce?: string): string {
  const ath = token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') };
  const claims = { jti: randomUUID(), htm: method, htu: url.replace(/[?#].*/, ''), iat: seconds(), ...ath };
  const header = { typ: 'dpop+jwt', jwk: { kty, crv, x, y } };
  return jwt(proofKey, header, nonce === undefined ? claims : { ...claims, nonce });
}

/** A token by client credentials; the client shows itself by private_key_jwt (RFC 7523). */
async function fetchToken(): Promise<string> {
  const [issuer, client] = [setting('CREDIT_ISSUER'), setting('CREDIT_CLIENT')];
  const found = await send('GET', `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {});
  const metadata = jsonOf(found.text) as { issuer?: string; token_endpoint?: string } | null;
  const endpoint = metadata?.token_endpoint;
  if (metadata?.issuer !== issuer || endpoint === undefined)
    return fail(`${issuer} does not show the metadata of that issuer (${found.status || printable(found.text)}).`);
  const key = createPrivateKey(read(setting('CREDIT_KEY')));
  let nonce: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const now = seconds();
    const claims = { iss: client, sub: client, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'credit',
      resource: setting('CREDIT_AUDIENCE'),
      client_id: client,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: jwt(key, { typ: 'JWT', kid: client }, claims),
    });
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      dpop: proofOf('POST', endpoint, undefined, nonce),
    };
    const { status, headers: got, text } = await send('POST', endpoint, headers, form.toString());
    const answer = jsonOf(text) as { access_token?: string; error?: string; error_description?: string } | null;
    nonce = got['dpop-nonce'];
    if (answer?.error === 'use_dpop_nonce' && attempt === 1) continue;
    const why = `${answer?.error ?? (status || text)} ${answer?.error_description ?? ''}`;
    return answer?.access_token ?? fail(`No token: ${printable(why)}`);
  }
}

let token: string | undefined;

async function headersOf(
  method: string,
  url: string,
): Promise<{ readonly Authorization: string; readonly DPoP: string }> {
  if (!mayBeSent(url)) fail(`${printable(url)} ${HTTPS_ALONE}`);
  token ??= await fetchToken();
  return { Authorization: `DPoP ${token}`, DPoP: proofOf(method, url, token) };
}

interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly useful: boolean;
  readonly body: Answer;
  readonly text: string;
}

/** Asks, and again where the answer says so; never a mutation that may have been done. */
async function ask(question: Question, stated: Readonly<Record<string, string>>): Promise<Asked> {
  const url = `${setting('CREDIT_GATEWAY').replace(/\/$/, '')}/graphql`;
  const changes = !isSurelyQuery(question.query);
  for (let attempt = 1; ; attempt += 1) {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...stated };
    const got = await send('POST', url, { ...headers, ...(await headersOf('POST', url)) }, JSON.stringify(question));
    const body = jsonOf(got.text);
    // No answer at all is as one of 503: a query may be asked again.
    const step = nextStep(got.status || 503, got.headers, body, attempt);
    if (step.do === 'NEW_TOKEN') token = await fetchToken();
    else if (step.do === 'WAIT' && !(changes && got.status !== 429)) {
      process.stderr.write(`Asked again in ${step.seconds} seconds.\n`);
      await wait(step.seconds * 1_000);
    } else {
      if (body === null) return fail(`${url} answers no JSON (${got.status || printable(got.text)}).`);
      for (const { message, extensions } of body.errors ?? []) {
        const { code = '', reason, article, help = '' } = extensions ?? {};
        const name = reason === undefined ? code : `${code} ${reason}`;
        const told = `${name}${article === undefined ? '' : ` (Article ${article})`}: ${message} ${help}`;
        process.stderr.write(`${printable(told)}\n`);
      }
      if (step.do === 'TOMORROW') process.stderr.write(`The quota renews at ${printable(step.until)}.\n`);
      return { useful: step.do === 'USE' || step.do === 'USE_PART', body, text: got.text };
    }
  }
}

async function pages(first: Question, stated: Readonly<Record<string, string>>): Promise<number> {
  for (let question = first; ; ) {
    const { useful, body, text } = await ask(question, stated);
    if (!useful) return 2;
    process.stdout.write(`${text}\n`);
    const page = pageInfo(body.data) ?? fail('The question asks for no pageInfo { endCursor hasNextPage }.');
    if (!page.hasNextPage) return 0;
    question = { ...first, variables: { ...first.variables, after: page.endCursor } };
  }
}

function webhook(secret: string, call: Buffer): number {
  const { headers, body } = savedCall(call);
  const fault = checkWebhook(secret.trim(), headers, body, seconds(), new Set());
  process.stdout.write(fault === null ? 'authentic\n' : `not authentic: ${fault}\n`);
  return fault === null ? 0 : 2;
}

function statedIn(given: readonly string[]): Readonly<Record<string, string>> {
  const known = (name: string) =>
    /^--(?:purpose|case|matter)$/.test(name) ? name.replace('--', 'credit-') : undefined;
  const pairs = given.flatMap((name, at) => (at % 2 === 0 ? [[known(name), given[at + 1]] as const] : []));
  return Object.fromEntries(
    pairs.map(([name, value]) => [name ?? fail(HELP), encodeURIComponent(value ?? fail(HELP))]),
  );
}

const [command = '--help', first = '', second = '', ...more] = process.argv.slice(2);
if (command === '--help') process.stdout.write(`${HELP}\n`);
else if (command === 'headers')
  process.stdout.write(
    Object.entries(await headersOf(first, second))
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  );
else if (command === 'ask' || command === 'pages') {
  const question = jsonOf(read(first)) as Question | null;
  if (typeof question?.query !== 'string') fail(`${first} holds no { "query": …, "variables": … }.`);
  const stated = statedIn(second === '' ? [] : [second, ...more]);
  if (command === 'pages') process.exitCode = await pages(question, stated);
  else {
    const { useful, text } = await ask(question, stated);
    process.stdout.write(`${text}\n`);
    process.exitCode = useful ? 0 : 2;
  }
} else if (command === 'webhook') process.exitCode = webhook(read(first), bytes(second));
else fail(HELP);
