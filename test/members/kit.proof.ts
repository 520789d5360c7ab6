/** The kit with servers: a real one, and targets that are none. A proof, because it opens a world and runs the command. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, KitFault, probe } from '../../gateway/kit/exchange.ts';
import { membersOf } from '../../gateway/kit/members.ts';
import { kitMessages } from '../../schema/messages/kit.ts';
import { BANK_A, LISTED, MEI, openWorld, PERMIT_OFFICE, soonest, subject, type World } from '../kit.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'credit-kit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command, while this process serves what it asks. */
async function kit(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { PATH } = process.env;
  const options = { cwd: root, env: { PATH, DATA_DIR: join(folder, 'no-data'), ...environment } };
  return promisify(execFile)(process.execPath, ['gateway/commands/kit.ts', ...args], options).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ status: code as number, stdout: String(stdout), stderr: String(stderr) }),
  );
}

describe('against a server', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(soonest());
    await world.ask(
      BANK_A,
      '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name } }',
      {},
      { purpose: 'LOAN_ORIGINATION' },
    );
    await world.publish();
  });
  afterAll(() => world.close());

  it('A17.1 A36.3 A22.1 A23.1 A23.2 everything is right, with members and with nobody', async () => {
    const tokens = join(folder, 'tokens.json');
    writeFileSync(
      tokens,
      JSON.stringify({
        party: { token: await world.token(BANK_A), purpose: 'LOAN_ORIGINATION' },
        department: {
          token: await world.token(PERMIT_OFFICE),
          purpose: 'PERMIT',
          case: '哈审〔2026〕1号',
          matter: 'FOOD-PERMIT',
        },
        subject: { token: await world.token(subject(MEI)) },
        person: MEI,
        company: LISTED,
      }),
    );
    const all = await kit(['--target', world.server.url, '--tokens', tokens]);
    expect([all.status, all.stderr]).toEqual([0, '']);
    expect(all.stdout).toMatch(/^79 cases: 79 right, 0 wrong, 0 not run\.$/m);
    const nobody = await kit(['--target', `${world.server.url}/graphql`, '--lang', 'zh']);
    expect([nobody.status, nobody.stderr]).toEqual([0, '']);
    expect(nobody.stdout).toContain('令牌：无。');
    expect(nobody.stdout).toContain('未运行：行政机关未注明案件；缺少department');
    expect(nobody.stdout).toMatch(/^共79项：符合\d+项，不符0项，未运行\d+项。$/m);
  });

  it('A23.2 a token that the gateway refuses ends it with the words of the gateway', async () => {
    const tokens = join(folder, 'refused.json');
    writeFileSync(tokens, JSON.stringify({ party: { token: await world.token({ role: 'party', unit: 'NO-BANK' }) } }));
    const { status, stdout, stderr } = await kit(['--target', world.server.url, '--tokens', tokens, '--lang', 'zh']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^网关拒绝party的令牌：.*NO-BANK/);
  });

  it('A17.1 A23.2 a proxy that unmasks a name, takes a purpose for granted and changes a checkpoint is found', async () => {
    const { url } = world.server;
    const faulty = await serve(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const { authorization, 'credit-case': reference } = request.headers;
      const got = await exchange(url, {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(reference === undefined ? {} : { 'credit-case': String(reference) }),
          ...(request.headers['content-type'] === undefined ? {} : { 'content-type': request.headers['content-type'] }),
          'credit-purpose': 'LOAN_ORIGINATION',
        },
        ...(body === '' ? {} : { body }),
      });
      const text = got.text.replaceAll('张**', '张小梅').replace(/"signedAt":"(\d{4})/, '"signedAt":"3000');
      response.writeHead(got.status, { 'content-type': 'application/json' }).end(text);
    });
    const tokens = join(folder, 'faulty.json');
    const party = { token: await world.token(BANK_A), purpose: 'LOAN_ORIGINATION' };
    writeFileSync(tokens, JSON.stringify({ party, person: MEI }));
    const { status, stdout } = await kit(['--target', faulty.url, '--tokens', tokens]);
    faulty.server.close();
    expect(status).toBe(1);
    for (const name of [
      'a party that states no purpose',
      'a person is shown masked to a party',
      'the newest checkpoint is signed by a published key',
      'a query by GET',
    ])
      expect(stdout).toContain(`WRONG ${name}`);
  });
});

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
afterAll(() => {
  for (const server of servers) server.close();
});

describe('against what is no gateway', () => {
  const answers =
    (status: number, type: string, text: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': type, ...(status === 302 ? { location: '/login' } : {}) }).end(text);
    };
  const told = async (base: string) => {
    try {
      await probe(base);
      return 'a gateway';
    } catch (error) {
      return error instanceof KitFault ? error.localized : error;
    }
  };

  it('each kind of server has its sentence, in both languages', async () => {
    const kinds = [
      [answers(200, 'text/html', '<!doctype html><title>Portal</title>'), (url: string) => kitMessages.html(url, 200)],
      [answers(404, 'text/html; charset=utf-8', '<html></html>'), (url: string) => kitMessages.html(url, 404)],
      [answers(302, 'text/plain', ''), (url: string) => kitMessages.redirected(url, 302)],
      [answers(200, 'application/json', '{"status":"UP"}'), (url: string) => kitMessages.noGraphql(url, 200)],
      [answers(500, 'text/plain', 'no'), (url: string) => kitMessages.noGraphql(url, 500)],
      [
        answers(
          400,
          'application/json',
          '{"errors":[{"message":"Cannot query field \\"ledgerCheckpoint\\" on type \\"Query\\"."}]}',
        ),
        kitMessages.otherKind,
      ],
      [answers(200, 'application/json', '{"data":{"films":[]}}'), kitMessages.otherKind],
      [
        answers(503, 'application/json', '{"errors":[{"extensions":{"code":"UNAVAILABLE","reason":"LEDGER_GAP"}}]}'),
        (url: string) => kitMessages.notReady(url, 'LEDGER_GAP'),
      ],
    ] as const;
    for (const [listener, sentence] of kinds) {
      const { url } = await serve(listener);
      expect(await told(url)).toEqual(sentence(url));
    }
    const { server, url } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await told(url)).toEqual(kitMessages.nothingListens(url, 'ECONNREFUSED'));
    expect(await told('http://gateway.invalid')).toEqual(
      kitMessages.hostUnknown('http://gateway.invalid', 'ENOTFOUND'),
    );
    const plain = (await serve(answers(200, 'text/plain', 'x'))).url.replace('http:', 'https:');
    expect(await told(plain)).toMatchObject({ en: expect.stringContaining('does not speak the protocol') });
  });

  it('the command says it in the language that was asked for, with status 1', async () => {
    const { url } = await serve(answers(200, 'text/html', '<html></html>'));
    expect(await kit(['--target', url, '--lang', 'zh'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${kitMessages.html(url, 200).zh}\n`,
    });
    for (const args of [
      [],
      ['--offline', '--target', url],
      ['--offline', '--tokens', 'x'],
      ['--target', url, '--token', 'x'],
    ])
      expect((await kit(args)).status).toBe(1);
  });

  it('a file of tokens that cannot be meant has its sentence too', async () => {
    const file = (text: string): string => {
      const path = join(folder, 'members.json');
      writeFileSync(path, text);
      return path;
    };
    const path = join(folder, 'members.json');
    for (const [text, sentence] of [
      ['{', kitMessages.fileNoJson(path)],
      ['[]', kitMessages.fileNoObject(path)],
      ['{ "bank": {} }', kitMessages.fileStrange(path, 'bank', 'party, department, subject, person, company')],
      ['{ "party": { "purpose": "LOAN_ORIGINATION" } }', kitMessages.noToken(path, 'party')],
      ['{ "party": { "command": "echo nothing #" } }', kitMessages.noHeaderLines(path, 'party')],
      ['{ "party": { "command": "exit 3 #" } }', kitMessages.commandFails(path, 'party')],
    ] as const) {
      const read = async () => membersOf(file(text)).members.party?.headers('POST', 'https://credit.example/graphql');
      await expect(read()).rejects.toMatchObject({ localized: sentence });
    }
  });
});
