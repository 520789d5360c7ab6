/**
 * What the four clients must not do: let a server steer the terminal, show a secret to other users, send a token in the clear to another machine, ask for a
 * change twice, or take a call for authentic that is not the one that was signed. A proof, because it starts each as a process.
 */
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSurelyQuery, mayBeSent } from '../../gateway/clients/typescript/rules.ts';
import { CLIENTS, folder, questionOf, root, runAgainst } from '../issues/clients/fake.ts';

const classes = join(folder, 'classes');
const compiled = spawnSync('javac', ['-d', classes, join(root, 'gateway/clients/java/Client.java')]).status === 0;
const clients: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(CLIENTS),
  ...(compiled ? [['java', ['java', '-cp', classes, 'Client']] as const] : []),
];

const SECRET = 'whs_test';
writeFileSync(join(folder, 'secret'), `${SECRET}\n`);
const hmac = (signed: Buffer): string => createHmac('sha256', SECRET).update(signed).digest('hex');

/** A call as it is saved; the signature is by the rule of the kit, over the bytes of the body. */
function callOf(body: Buffer, more = '', end = '\r\n', at = Math.floor(Date.now() / 1_000)): string {
  const signature = hmac(Buffer.concat([Buffer.from(`${at}.one.`), body]));
  const lines = `Credit-Delivery: one\nCredit-Timestamp: ${at}\nCredit-Signature: v1=${signature}\n${more}\n`;
  const file = join(folder, `call-${Math.random().toString(36).slice(2)}`);
  writeFileSync(file, Buffer.concat([Buffer.from(lines.replaceAll('\n', end)), body]));
  return file;
}

const late = JSON.stringify({ errors: [{ message: 'late', extensions: { code: 'UNAVAILABLE', help: 'h' } }] });
const STEERING = '\u001b]0;title\u0007 \u009b2J \u202egnp.exe \u2066 \u200b \u2028 \ufeff end';

/** Documents, and whether they can change nothing (GraphQL, sections 2.1 and 2.3). */
const DOCUMENTS: readonly (readonly [string, boolean])[] = [
  ['{ a }', true],
  ['query Q { a }', true],
  ['\ufeff # mutation\r\n , query { a(text: "mutation") }', true],
  ['{ a(text: """ " mutation \\""" mutation """) }', true],
  ['mutation { a }', false],
  ['# x\nmutation { a }', false],
  ['fragment F on A { b } mutation { a }', false],
  ['query A { a } mutation B { a }', false],
  ['{ a(text: "\\"") } mutation B { a }', false],
  ['{ a(text: "#") } mutation B { a }', false],
  ['{ a(text: """"#""") } mutation B { a }', false],
  ['subscription { a }', false],
  ['queries { a }', false],
  ['', false],
];

it('A39.1 what is surely a query is told alike in TypeScript and Python', () => {
  expect(DOCUMENTS.map(([document]) => isSurelyQuery(document))).toEqual(DOCUMENTS.map(([, sure]) => sure));
  const program = `import json, sys
sys.path.insert(0, 'gateway/clients/python')
import client
print(json.dumps([client.surely_query(one) for one in json.load(sys.stdin)]))`;
  const { stdout } = spawnSync('python3', ['-B', '-c', program], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify(DOCUMENTS.map(([document]) => document)),
  });
  expect(JSON.parse(stdout)).toEqual(DOCUMENTS.map(([, sure]) => sure));
});

/** Addresses, and whether they may be sent a token. */
const ADDRESSES: readonly (readonly [string, boolean])[] = [
  ['https://credit.example/graphql', true],
  ['HTTPS://credit.example:8443', true],
  ['http://localhost:8080/graphql', true],
  ['http://127.0.0.1:8080/graphql', true],
  ['http://127.1.2.3/', true],
  ['http://[::1]:8080/', true],
  ['http://credit.example/', false],
  ['http://127.0.0.1.credit.example/', false],
  ['http://localhost.credit.example/', false],
  ['http://localhost@credit.example/', false],
  ['http://10.0.0.1/', false],
  ['ftp://localhost/', false],
  ['localhost:8080', false],
  ['', false],
];

it('A36.3 which addresses are sent a token is told alike in TypeScript, Python and curl', () => {
  const wanted = ADDRESSES.map(([, may]) => may);
  expect(ADDRESSES.map(([address]) => mayBeSent(address))).toEqual(wanted);
  const program = `import json, sys
sys.path.insert(0, 'gateway/clients/python')
import client
def may(address):
    try: client.check_address(address)
    except SystemExit: return False
    return True
print(json.dumps([may(one) for one in json.load(sys.stdin)]))`;
  const input = JSON.stringify(ADDRESSES.map(([address]) => address));
  const { stdout } = spawnSync('python3', ['-B', '-c', program], { cwd: root, encoding: 'utf8', input });
  expect(JSON.parse(stdout)).toEqual(wanted);
  // The functions of the script alone: what stands before its commands.
  const script = readFileSync(CLIENTS.curl[1], 'utf8').split('\ncommand=')[0];
  const each = 'for one in "$@"; do (check_address "$one") 2> /dev/null && echo true || echo false; done';
  const told = spawnSync('bash', ['-c', `${script}\n${each}`, 'client', ...ADDRESSES.map(([address]) => address)], {
    encoding: 'utf8',
  });
  expect(told.stdout.trim().split('\n')).toEqual(wanted.map(String));
});

it('A39.1 the Python client passes the cases of feeds', () => {
  const program = `import json, sys
sys.path.insert(0, 'gateway/clients/python')
import client
for case in json.load(open('gateway/kit/cases/feeds.json', encoding='utf-8'))['cases']:
    state = case['begin']
    for step in case['steps']:
        state, new, then = client.read_feed(state, step['answer'])
        found = {'act': [node['recordId'] for node in new], 'cursor': state['cursor'], 'next': then}
        if found != step['expected']: print(case['name'], found)`;
  const { status, stdout, stderr } = spawnSync('python3', ['-B', '-c', program], { cwd: root, encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

describe.each(clients)('%s', (_name, client) => {
  const webhook = (file: string) => {
    const [program = '', ...before] = client;
    const { stdout } = spawnSync(program, [...before, 'webhook', join(folder, 'secret'), file], { encoding: 'utf8' });
    return stdout.trim();
  };

  it('A39.1 asks a query behind a comment again, and a change behind a fragment not', async () => {
    let answers = 0;
    const query = await runAgainst(
      (response) => {
        answers += 1;
        if (answers === 1) response.writeHead(503).end(late);
        else response.end('{"data":{"a":1}}');
      },
      client,
      ['ask', questionOf(String.raw`{ "query" : "# a query\n , query { a }" }`)],
    );
    expect([query.status, query.asked.length]).toEqual([0, 2]);
    const change = await runAgainst((response) => response.writeHead(503).end(late), client, [
      'ask',
      questionOf('{"query":"fragment F on A { b } mutation { a { ...F } }"}'),
    ]);
    expect([change.status, change.asked.length]).toEqual([2, 1]);
  });

  it('A17.1 words of a server do not steer the terminal, and Chinese stays', async () => {
    // JSON may hold all but C0 as they are, so that the curl client, which prints it as it stands, meets them.
    const told = { message: `没有 ${STEERING}`, extensions: { code: 'FORBIDDEN', help: STEERING } };
    const { status, err } = await runAgainst(
      (response) => response.end(JSON.stringify({ data: null, errors: [told] })),
      client,
      ['ask', questionOf('{"query":"{ a }"}')],
    );
    expect(status).toBe(2);
    expect(err).toContain('没有');
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it('A36.3 sends nothing in the clear to another machine, and says so', () => {
    const [program = '', ...before] = client;
    const settings = { CREDIT_AUDIENCE: 'a', CREDIT_CLIENT: 'bank-a', CREDIT_KEY: join(folder, 'key.pem') };
    const run = (issuer: string, url: string) =>
      spawnSync(program, [...before, 'headers', 'GET', url], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, CREDIT_ISSUER: issuer, ...settings },
      });
    const here = 'http://127.0.0.1:9';
    const refused: readonly (readonly [string, string])[] = [
      [here, 'http://localhost@credit.example/'],
      ['http://issuer.example', 'https://credit.example/graphql'],
    ];
    for (const [issuer, url] of refused) {
      const { status, stdout, stderr } = run(issuer, url);
      expect([url, status, stdout]).toEqual([url, 1, '']);
      expect(stderr).toMatch(/is sent nothing: an address begins with https:/);
    }
    // The other side: the address is taken, and the issuer of this machine is tried.
    expect(run(here, 'https://credit.example/graphql').stderr).toMatch(/does not show the metadata/);
  });

  it('A39.1 takes the body of a call byte for byte, and no header that comes twice', () => {
    const body = Buffer.from('{"count":1,\r\n\r\n"x":"\xff"}\n\n', 'latin1');
    expect(webhook(callOf(body))).toBe('authentic');
    expect(webhook(callOf(body, '', '\n'))).toBe('authentic');
    const without = callOf(body);
    writeFileSync(without, readFileSync(without).toString('latin1').replace('1,\r\n\r\n', '1,\n\n'), 'latin1');
    expect(webhook(without)).toBe('not authentic: SIGNATURE');
    expect(webhook(callOf(body, 'credit-delivery: two\n'))).toBe('not authentic: SIGNATURE');
    expect(webhook(callOf(body, '', '\r\n', Math.floor(Date.now() / 1_000) - 400))).toBe('not authentic: TIMESTAMP');
  });
});

it('A36.3 the curl client shows token, assertion, proof and secret of a webhook in no arguments', async () => {
  const tools = join(folder, 'tools');
  const shown = join(folder, 'arguments');
  mkdirSync(tools);
  for (const tool of ['curl', 'openssl']) {
    const real = spawnSync('which', [tool], { encoding: 'utf8' }).stdout.trim();
    writeFileSync(join(tools, tool), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${shown}'\nexec '${real}' "$@"\n`);
    chmodSync(join(tools, tool), 0o755);
  }
  const program = ['env', `PATH=${tools}${delimiter}${process.env.PATH}`, ...CLIENTS.curl];
  const { status } = await runAgainst((response) => response.end('{"data":{"a":1}}'), program, [
    'ask',
    questionOf('{"query":"{ a }"}'),
  ]);
  expect(status).toBe(0);
  const [env = '', ...before] = program;
  spawnSync(env, [...before, 'webhook', join(folder, 'secret'), callOf(Buffer.from('{}'))]);
  const lines = readFileSync(shown, 'utf8');
  expect(lines).toMatch(/--data-binary/);
  // A JWT begins with the base64url of `{"`.
  expect(lines).not.toMatch(/DPoP|eyJ/);
  for (const secret of [SECRET, Buffer.from(SECRET).toString('hex')]) expect(lines).not.toContain(secret);
});
