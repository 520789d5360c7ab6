/**
 * The four clients against an issuer and a gateway that do what real ones rarely do: demand a nonce, ask to wait, let a token run out, answer nothing of use.
 * What they do against a real server shows `stories/bank-week.proof.ts`. A proof, because it starts each as a process.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'credit-clients-'));
const bank = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A package `cryptography` that cannot be loaded: Python takes the program openssl then. */
const lacking = join(folder, 'lacking');
mkdirSync(join(lacking, 'cryptography'), { recursive: true });
writeFileSync(join(lacking, 'cryptography', '__init__.py'), 'raise ImportError("not here")\n');

/** Compiled once: as a file Java compiles it at each start, as `stories/bank-week.proof.ts` shows. */
const classes = join(folder, 'classes');
const compiled = spawnSync('javac', ['-d', classes, 'gateway/clients/java/Client.java'], { cwd: root }).status === 0;
const JAVA = ['java', ...(compiled ? ['-cp', classes, 'Client'] : ['gateway/clients/java/Client.java'])] as const;

const clients: readonly (readonly [
  name: string,
  command: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv,
])[] = [
  ['Python', ['python3', 'gateway/clients/python/client.py'], {}],
  ['Python without cryptography', ['python3', 'gateway/clients/python/client.py'], { PYTHONPATH: lacking }],
  ['TypeScript', [process.execPath, 'gateway/clients/typescript/client.ts'], {}],
  ['curl', ['bash', 'gateway/clients/curl/client.sh'], {}],
  ['Java', JAVA, {}],
];

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const error = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify({ data: null, errors: [{ message: 'No.', extensions: { code, help: 'Ask.', ...more } }] }),
});
const GOOD: Reply = { status: 200, body: '{"data":{"purposes":[{"code":"PERMIT"}]}}' };

let server: Server;
let url = '';
/** What the gateway answers next, and what it was sent. */
let replies: Reply[] = [];
let asked: {
  readonly token: string;
  readonly key: string;
  readonly jti: string;
  readonly headers: IncomingMessage['headers'];
}[] = [];
/** Thumbprints of the keys that tokens were bound to, and faults of what was sent. */
let bound: string[] = [];
let faults: string[] = [];

async function proven(
  request: IncomingMessage,
  path: string,
): Promise<{ key: string; jti: string; ath: unknown; nonce: unknown }> {
  const { payload, protectedHeader } = await jwtVerify(String(request.headers.dpop), EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256'],
  });
  if (payload.htm !== request.method || payload.htu !== `${url}${path}`)
    faults.push(`htm ${payload.htm} htu ${payload.htu}`);
  const key = await calculateJwkThumbprint(protectedHeader.jwk as never);
  return { key, jti: String(payload.jti), ath: payload.ath, nonce: payload.nonce };
}

async function issue(request: IncomingMessage, body: string): Promise<Reply> {
  const proof = await proven(request, '/token');
  const form = new URLSearchParams(body);
  const assertion = await jwtVerify(form.get('client_assertion') ?? '', bank.publicKey, {
    audience: url,
    issuer: 'bank-a',
    subject: 'bank-a',
    maxTokenAge: 60,
  });
  const wanted = { grant_type: 'client_credentials', resource: 'https://credit.example', scope: 'credit' };
  for (const [name, value] of Object.entries(wanted))
    if (form.get(name) !== value) faults.push(`${name} ${form.get(name)}`);
  if (assertion.protectedHeader.alg !== 'ES256' || assertion.payload.jti === undefined) faults.push('assertion');
  if (proof.nonce !== 'nonce-1')
    return { status: 400, headers: { 'DPoP-Nonce': 'nonce-1' }, body: '{"error":"use_dpop_nonce"}' };
  bound.push(proof.key);
  return { status: 200, body: `{"access_token":"token-${bound.length}","token_type":"DPoP","expires_in":300}` };
}

async function answer(request: IncomingMessage, body: string): Promise<Reply> {
  if (request.url === '/.well-known/openid-configuration')
    return { status: 200, body: JSON.stringify({ issuer: url, token_endpoint: `${url}/token` }) };
  if (request.url === '/token') return issue(request, body);
  const { key, jti, ath } = await proven(request, '/graphql');
  const token = String(request.headers.authorization).replace(/^DPoP /, '');
  if (ath !== createHash('sha256').update(token).digest('base64url')) faults.push('ath');
  asked.push({ token, key, jti, headers: request.headers });
  return replies.shift() ?? { status: 500, body: 'no reply left' };
}

beforeAll(async () => {
  writeFileSync(join(folder, 'key.pem'), bank.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'question.json'), '{ "query": "{ purposes { code } }" }');
  writeFileSync(join(folder, 'change.json'), '{ "query": "mutation { endWebhook { ended } }" }');
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const reply = await answer(request, body).catch((fault: unknown): Reply => {
      faults.push(String(fault));
      return { status: 400, body: '{"error":"invalid_request"}' };
    });
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(clients)('%s', (_name, [program, ...before], environment) => {
  const run = (args: readonly string[], next: readonly Reply[]) => {
    [replies, asked, bound, faults] = [[...next], [], [], []];
    const settings = {
      ...{
        CREDIT_GATEWAY: url,
        CREDIT_ISSUER: url,
        CREDIT_AUDIENCE: 'https://credit.example',
        CREDIT_CLIENT: 'bank-a',
      },
      CREDIT_KEY: join(folder, 'key.pem'),
    };
    return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', ...settings, ...environment };
      execFile(program, [...before, ...args], { cwd: root, env }, (fault, stdout, stderr) =>
        resolve({ status: fault === null ? 0 : Number(fault.code), stdout, stderr }),
      );
    });
  };
  const question = join(folder, 'question.json');
  const skip = spawnSync(program, ['--version']).status !== 0;

  it.skipIf(skip)(
    'A23.2 takes a new token once, waits as long as it is told, and signs each request anew',
    async () => {
      const { status, stdout } = await run(
        ['ask', question, '--purpose', 'LOAN_ORIGINATION', '--case', '哈审〔2026〕1号 a+b'],
        [error(401, 'UNAUTHENTICATED'), error(429, 'TOO_COSTLY', { reason: 'RATE' }, { 'Retry-After': '1' }), GOOD],
      );
      expect([status, stdout.trim(), faults]).toEqual([0, GOOD.body, []]);
      expect(asked.map(({ token }) => token)).toEqual(['token-1', 'token-2', 'token-2']);
      expect(new Set(asked.map(({ jti }) => jti)).size).toBe(3);
      // The token was bound to the key by which the requests are signed.
      expect(new Set([...bound, ...asked.map(({ key }) => key)]).size).toBe(1);
      const { 'credit-purpose': purpose, 'credit-case': reference } = asked[0]?.headers ?? {};
      expect([decodeURIComponent(String(purpose)), decodeURIComponent(String(reference))]).toEqual([
        'LOAN_ORIGINATION',
        '哈审〔2026〕1号 a+b',
      ]);
    },
  );

  it.skipIf(skip)('A23.2 asks a query again where no source answered, and not before the quota renews', async () => {
    const quota = error(200, 'QUOTA_EXCEEDED', {
      reason: 'QUOTA_EXCEEDED',
      article: '23',
      renewsAt: '2026-11-28T00:00:00+08:00',
    });
    const { status, stderr } = await run(['ask', question], [error(503, 'UNAVAILABLE'), quota, GOOD]);
    expect([status, asked.length, faults]).toEqual([2, 2, []]);
    expect(stderr).toContain('2026-11-28T00:00:00+08:00');
  });

  it.skipIf(skip)(
    'A23.2 A17.1 asks no mutation again that may have been done, and says why it was refused',
    async () => {
      const { status, stderr } = await run(
        ['ask', join(folder, 'change.json')],
        [error(503, 'UNAVAILABLE', { reason: 'LEDGER_UNAVAILABLE', article: '17' }), GOOD],
      );
      expect([status, asked.length, faults]).toEqual([2, 1, []]);
      for (const word of ['UNAVAILABLE', 'LEDGER_UNAVAILABLE', '17', 'Ask.']) expect(stderr).toContain(word);
    },
  );
});

/** The functions of the Python client, over the cases of the kit. */
const CASES = `
import json, sys
sys.path.insert(0, 'gateway/clients/python')
import client
for case in json.load(open('gateway/kit/cases/refusals.json', encoding='utf-8'))['cases']:
    headers = {name.lower(): value for name, value in case['headers'].items()}
    step, detail = client.next_step(case['status'], headers, case['body'], case['attempt'])
    found = {'do': step, **({} if detail is None else {'seconds' if step == 'WAIT' else 'until': detail})}
    if found != case['expected']: print(case['name'], found)
file = json.load(open('gateway/kit/cases/webhooks.json', encoding='utf-8'))
for case in file['cases']:
    headers = {name.lower(): value for name, value in case['headers'].items()}
    found = client.check_webhook(file['secret'], headers, case['body'].encode(), case['now'], set(case['seen']))
    if found != case['expected']: print(case['name'], found)
`;

it.skipIf(spawnSync('python3', ['--version']).status !== 0)(
  'A23.2 A17.1 the Python client passes the cases of refusals and webhooks',
  () => {
    const { status, stdout, stderr } = spawnSync('python3', ['-B', '-c', CASES], { cwd: root, encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  },
);

describe('what cannot be meant', () => {
  it.each(clients.filter(([name]) => name !== 'Python without cryptography'))(
    '%s says so and exits with 1',
    (_name, [program, ...before]) => {
      if (spawnSync(program, ['--version']).status !== 0) return;
      const call = (...args: readonly string[]) =>
        spawnSync(program, [...before, ...args], {
          cwd: root,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, CREDIT_GATEWAY: 'http://127.0.0.1:9' },
        });
      const unset = call('ask', join(folder, 'question.json'));
      expect([unset.status, unset.stderr]).toEqual([1, expect.stringMatching(/CREDIT_\w+/)]);
      expect(unset.stderr).toMatch(/is not set/);
    },
  );
});
