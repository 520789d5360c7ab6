/** What credit-hop.ts signs and tells is what the subgraphs and a door do; it imports nothing of theirs, so that here one is held against the other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CreditHop, type HopSettings } from '../../gateway/deploy/routers/credit-hop.ts';
import { languageOf } from '../../gateway/message/language.ts';
import { quantumOf } from '../../gateway/message/response-quantum.ts';
import { freshHopKey, readHopKey } from '../../gateway/settings/hop-key.ts';
import { unavailable } from '../../schema/errors.ts';
import { hopMessages } from '../../schema/messages/door/hop.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { FORWARDED, type Hop, hashOfBody, readHop, signHop } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { NOBODY } from './routers.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const HEADERS: Readonly<Record<string, string>> = {
  authorization: 'Bearer a.b.c',
  'credit-purpose': 'PERMIT',
  'credit-case': '2026-0001',
  'credit-matter': 'FOOD-PERMIT',
  'credit-channel': 'WEB',
  'credit-for': '7d0d8a4e-52c4-4e0f-9a25-2f8e7a3b1c55',
  'accept-language': 'zh',
};

let folder: string;
let keyFile: string;
let keys: readonly PublicJwk[];
let subgraph: Server;
let url: string;
let got: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
/** What the subgraph answers. */
let credit: object;
let errors: readonly object[] | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credit-routers-'));
  keyFile = join(folder, 'hop.json');
  const { own, open } = freshHopKey();
  const set = { keys: [open] };
  writeFileSync(keyFile, JSON.stringify(own), { mode: 0o600 });
  keys = (set as { readonly keys: readonly PublicJwk[] }).keys;
  subgraph = createServer(async (message, response) => {
    let body = '';
    for await (const part of message) body += part;
    got.push({ headers: message.headers, body });
    response.setHeader('content-type', 'application/json');
    const { unsettled } = credit as { unsettled: boolean };
    response.end(JSON.stringify({ data: unsettled ? null : { me: null }, errors, extensions: { credit } }));
  });
  await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
});
beforeEach(() => {
  got = [];
  credit = { concealed: 0, refused: [], unsettled: false };
  errors = undefined;
});
afterAll(() => {
  subgraph.close();
  rmSync(folder, { recursive: true, force: true });
});

async function asked(headers: Readonly<Record<string, string>> = HEADERS, settings: Omit<HopSettings, 'keyFile'> = {}) {
  const hop = new CreditHop({ keyFile, now: () => NOW, ...settings });
  const question = hop.question((name) => headers[name]);
  const result = await hop.ask(question, { subgraph: 'catalog', url, query: '{ me { id } }', variables: { a: 1 } });
  const [sent] = got;
  if (sent === undefined) throw new Error('Nothing was sent.');
  return { hop, question, result, ...sent };
}

it('adversarial 33 signs what a gateway signs: the same members, under the same key, for this subgraph and this body', async () => {
  const { question, headers, body } = await asked();
  const token = String(headers['credit-hop']);
  const reading = { subgraph: 'catalog', body, headers, questionMs: 25_000, now: NOW };
  const read = (await readHop(token, keys, reading)) as Hop;
  const own = await signHop(
    readHopKey(keyFile, undefined),
    { subgraph: 'catalog', requestId: question.id, leftMs: read.leftMs, asked: NOW.getTime() },
    { body, headers },
    NOW,
  );
  const ours = (await readHop(own, keys, reading)) as Hop;
  expect({ ...read, nonce: '' }).toEqual({ ...ours, nonce: '' });
  expect(read.body).toBe(hashOfBody(body));
  expect(read.leftMs).toBeGreaterThan(9_000);
  expect(await readHop(token, keys, { ...reading, subgraph: 'sanctions' })).toBe('OTHER_SUBGRAPH');
  expect(await readHop(token, keys, { ...reading, body: `${body} ` })).toBe('OTHER_BODY');
  for (const name of FORWARDED)
    expect(await readHop(token, keys, { ...reading, headers: { ...headers, [name]: 'x' } })).toBe('OTHER_HEADERS');
  const others: readonly PublicJwk[] = [freshHopKey().open];
  expect(await readHop(token, others, reading)).toBe('NOT_SIGNED');
});

it('sends what a subgraph reads of the caller, no proof, and an id of its own', async () => {
  const sent = { ...HEADERS, dpop: 'proof', 'credit-hop': 'forged', 'x-request-id': 'mine', cookie: 'a=b' };
  const { question, headers } = await asked(sent);
  expect(Object.keys(question.headers)).toEqual(FORWARDED);
  expect(headers).toMatchObject(HEADERS);
  expect([headers.dpop, headers.cookie, headers['x-request-id']]).toEqual([undefined, undefined, undefined]);
  expect(headers['credit-hop']).not.toBe('forged');
  expect(question.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

it('claims a possession only where it was told of one', async () => {
  const of = async (settings: Omit<HopSettings, 'keyFile'>) => {
    got = [];
    const { headers, body } = await asked({ ...HEADERS, 'x-seen': 'thumb' }, settings);
    const { key, certificate } = (await readHop(String(headers['credit-hop']), keys, {
      subgraph: 'catalog',
      body,
      headers,
      questionMs: 25_000,
      now: NOW,
    })) as Hop;
    return [key, certificate];
  };
  expect(await of({})).toEqual([undefined, undefined]);
  expect(await of({ proven: (header) => ({ key: header('x-seen') ?? '' }) })).toEqual(['thumb', undefined]);
  expect(await of({ proven: () => ({ certificate: 'seen' }) })).toEqual([undefined, 'seen']);
});

it('A17.1 answers with what a door keeps of an error, in the language that was asked for; of a part that was not settled with that alone', async () => {
  const { message, extensions } = unavailable(serviceMessages.databaseSilent);
  errors = [{ message, path: ['me'], extensions: { ...extensions, tier: 'AGREEMENT', stacktrace: ['x'] } }];
  const { hop, question, result } = await asked();
  const kept = {
    message: serviceMessages.databaseSilent.message.zh,
    path: ['me'],
    extensions: { code: 'UNAVAILABLE', reason: 'UNAVAILABLE', help: serviceMessages.databaseSilent.help.zh },
  };
  expect(await hop.answer(question, result)).toEqual({ data: { me: null }, errors: [kept] });
  credit = { concealed: 0, refused: [], unsettled: true };
  got = [];
  const other = await asked();
  const { path: _path, ...whole } = kept;
  expect(await other.hop.answer(other.question, { data: { me: { id: 'x' } } })).toEqual({
    data: null,
    errors: [whole],
  });
});

it('takes a subgraph that does not answer, or not as one, or refuses the signature, for one that is silent', async () => {
  const silent = unavailable(serviceMessages.partSilent);
  const { said: _said, ...extensions } = silent.extensions;
  const expected = { message: silent.message, extensions };
  const lines: object[] = [];
  const settings = { log: (line: object) => lines.push(line) };
  credit = { concealed: 0, refused: [], unsettled: true };
  errors = [
    { message: hopMessages.HOP_NOT_NOW.message.en, extensions: { code: 'UNAUTHENTICATED', reason: 'HOP_NOT_NOW' } },
  ];
  const { hop, question, result } = await asked({}, settings);
  expect(await hop.answer(question, result)).toEqual({ data: null, errors: [expected] });
  const fresh = hop.question(() => undefined);
  const part = { subgraph: 'catalog', url: NOBODY, query: '{ me { id } }' };
  expect(await hop.answer(fresh, await hop.ask(fresh, part))).toEqual({ data: null, errors: [expected] });
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).toMatch(/half minute.*ECONNREFUSED/);
});

it('A23.5 an answer about somebody of whom something is withheld waits for the next quantum, as at a door', async () => {
  for (const concealed of [1, 50, 120]) {
    credit = { concealed, refused: [], unsettled: false };
    got = [];
    const { hop, question, result } = await asked();
    await hop.answer(question, result);
    // Timers of Node may be a millisecond early.
    expect(performance.now() - question.began).toBeGreaterThan(quantumOf(concealed) - 2);
  }
});

it.each([
  '',
  'zh',
  'zh-CN,en;q=0.5',
  'en;q=0.4, zh;q=0.6',
  'en, zh',
  'zh;q=0.1, en',
  'fr, *',
  'de-DE,zh-Hant;q=0.3',
  '*;q=0.5, zh;q=0.4',
])('speaks the language of Accept-Language: %s', async (header) => {
  errors = [{ message: '', extensions: { said: serviceMessages.databaseSilent } }];
  const { hop, question, result } = await asked({ 'accept-language': header });
  const [error] = (await hop.answer(question, result)).errors ?? [];
  expect(error?.message).toBe(serviceMessages.databaseSilent.message[languageOf(header)]);
});
