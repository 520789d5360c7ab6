/** Operations that the operator keeps, and parties that are held to them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, type Holder, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-operations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = 'query Name($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const idOf = (body: string): string => createHash('sha256').update(body).digest('hex');

const manifest = (...bodies: readonly string[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: bodies.map((body, place) => ({ id: idOf(body), name: `Operation${place}`, type: 'query', body })),
});

const write = (content: unknown): string => {
  const path = join(folder, 'operations.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('persisted operations', () => {
  let world: World;
  beforeAll(async () => {
    const OPERATIONS_FILE = write(manifest(NAME));
    world = await openWorld('pglite', { environment: { OPERATIONS_FILE, OPERATIONS_ONLY: 'parties' } });
  });
  afterAll(() => world.close());

  const sent = async (holder: Holder | null, body: object, headers: Record<string, string> = {}) =>
    fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'credit-purpose': holder === BANK_A ? 'LOAN_ORIGINATION' : 'PERMIT',
        'credit-case': 'x',
        'credit-matter': 'FOOD-PERMIT',
        ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
        ...headers,
      },
      body: JSON.stringify({ variables: { id: COMPANY }, ...body }),
    });
  const send = async (holder: Holder | null, body: object) => {
    const response = await sent(holder, body);
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: readonly { extensions: { reason?: string } }[];
    };
    return [response.status, data ?? errors?.[0]?.extensions.reason];
  };

  const answer = [200, { subject: { name: '哈尔滨示例冰雪设备有限公司' } }];
  const documentId = `sha256:${idOf(NAME)}`;
  const hashed = (sha256Hash: unknown, version: unknown = 1) => ({
    extensions: { persistedQuery: { version, sha256Hash } },
  });

  it('A23.2 a party asks what the operator keeps, and nothing else', async () => {
    const kept = [
      { documentId },
      // As Relay's documentation sends the key of its map.
      { documentId: idOf(NAME) },
      { id: idOf(NAME), query: null },
      { doc_id: idOf(NAME) },
      // As Apollo Client sends it: first alone, again with the text.
      hashed(idOf(NAME)),
      { query: NAME, ...hashed(idOf(NAME)) },
    ];
    for (const body of kept) expect([body, await send(BANK_A, body)]).toEqual([body, answer]);
    const other = `${NAME} # otherwise`;
    expect(await send(BANK_A, { query: NAME })).toEqual([400, 'OPERATION_ONLY']);
    expect(await send(BANK_A, { query: other, ...hashed(idOf(other)) })).toEqual([400, 'OPERATION_ONLY']);
    // What numbers a request is no id of an operation.
    expect(await send(BANK_A, { query: NAME, id: idOf(NAME) })).toEqual([400, 'OPERATION_ONLY']);
    expect(await send(PERMIT_OFFICE, { query: NAME, id: 'Name' })).toEqual(answer);
    // All others ask as they like, and by id too.
    for (const holder of [null, PERMIT_OFFICE])
      for (const body of [
        { documentId },
        { query: NAME },
        hashed(idOf(NAME)),
        { query: other, ...hashed(idOf(other)) },
      ])
        expect(await send(holder, body)).toEqual(answer);
  });

  it('adversarial 67: an unknown id, one with a query, and a hash of another text are refused; nothing is registered', async () => {
    const hash = idOf('{ __typename }');
    for (const holder of [null, BANK_A]) {
      for (const unknown of [
        `sha256:${hash}`,
        hash,
        `SHA256:${idOf(NAME)}`,
        `sha256:${idOf(NAME).toUpperCase()}`,
        `md5:${idOf(NAME)}`,
        '',
        7,
        {},
        [documentId],
        '__proto__',
        'sha256:constructor',
      ])
        for (const member of ['documentId', 'id', 'doc_id'])
          expect([unknown, await send(holder, { [member]: unknown })]).toEqual([unknown, [400, 'OPERATION_UNKNOWN']]);
      for (const twice of [
        { documentId, query: NAME },
        { documentId, query: '' },
        { documentId, id: idOf(NAME) },
        { doc_id: idOf(NAME), ...hashed(idOf(NAME)) },
      ])
        expect([twice, await send(holder, twice)]).toEqual([twice, [400, 'OPERATION_TWICE']]);
      expect(await send(holder, hashed(hash))).toEqual([400, 'OPERATION_UNKNOWN']);
      for (const query of [NAME, '{ __typename }  ', ''])
        expect([query, await send(holder, { query, ...hashed(hash) })]).toEqual([query, [400, 'OPERATION_HASH']]);
      for (const form of [
        hashed(idOf(NAME), 2),
        hashed(idOf(NAME), '1'),
        hashed(idOf(NAME).toUpperCase()),
        hashed('__proto__'),
        hashed(7),
        { extensions: { persistedQuery: [] } },
        { extensions: { persistedQuery: 'x' } },
      ])
        expect([form, await send(holder, form)]).toEqual([form, [400, 'OPERATION_FORM']]);
    }
    // Whoever may sends text and hash; nothing of it is registered.
    expect((await send(null, { query: '{ __typename }', ...hashed(hash), variables: {} }))[0]).toBe(200);
    expect(await send(null, hashed(hash))).toEqual([400, 'OPERATION_UNKNOWN']);
    expect(await send(BANK_A, { documentId: `sha256:${hash}` })).toEqual([400, 'OPERATION_UNKNOWN']);
  });

  it('each refusal names its place, in both languages; the words of the protocol stay', async () => {
    const told = async (body: object, language: string) => {
      const response = await sent(null, body, { 'accept-language': language });
      const { errors } = (await response.json()) as {
        errors: readonly { message: string; extensions: { code: string; help: string } }[];
      };
      return [errors[0]?.extensions.code, errors[0]?.message, errors[0]?.extensions.help];
    };
    const hash = idOf('{ __typename }');
    const HASH = 'extensions.persistedQuery.sha256Hash';
    expect(await told(hashed(hash), 'en')).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
      'PersistedQueryNotFound',
      expect.stringContaining(`No operation is kept under ${HASH}.`),
    ]);
    expect(await told(hashed(hash), 'zh')).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
      'PersistedQueryNotFound',
      expect.stringContaining(`没有以该${HASH}留存的操作。`),
    ]);
    expect((await told({ query: NAME, ...hashed(hash) }, 'en'))[1]).toBe(`${HASH} is not the SHA-256 of query.`);
    expect((await told({ query: NAME, ...hashed(hash) }, 'zh'))[1]).toBe(`${HASH}不是query的SHA-256散列值。`);
    expect((await told({ doc_id: hash }, 'en'))[1]).toBe('No operation is kept under this doc_id.');
    expect((await told({ doc_id: hash }, 'zh'))[1]).toBe('没有以该doc_id留存的操作。');
    expect((await told({ documentId, query: NAME }, 'en'))[1]).toBe('The body holds documentId and query.');
    expect((await told({ id: hash, doc_id: hash }, 'zh'))[1]).toBe('请求体中同时有id和doc_id。');
    expect((await told({ extensions: 'x', query: NAME }, 'zh'))[1]).toBe('extensions不是对象。');
  });
});
