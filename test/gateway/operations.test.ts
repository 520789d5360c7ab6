/** Operations that the operator keeps, and parties that are held to them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callersSchema } from '../../gateway/federation/published-schema.ts';
import { composeSupergraph } from '../../gateway/federation/supergraph.ts';
import { costCounter } from '../../gateway/query/cost.ts';
import { keyAliases } from '../../gateway/query/key-aliases.ts';
import { limiter } from '../../gateway/query/limits.ts';
import { readOperations } from '../../gateway/query/operations-file.ts';
import { readConfig } from '../../gateway/settings/config.ts';
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

  it('A36.3 each refusal names its place, in both languages; the words of the protocol stay', async () => {
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
    expect((await told({ id: hash, query: NAME }, 'en'))[1]).toBe('The body holds id and query.');
    expect((await told({ extensions: 'x', query: NAME }, 'zh'))[1]).toBe('extensions不是对象。');
  });

  describe('OPERATIONS_FILE', () => {
    const supergraph = composeSupergraph();
    const against = {
      schema: callersSchema,
      checkLimits: limiter(keyAliases(supergraph)),
      costOf: costCounter(supergraph),
    };
    const read = (content: unknown) => () => readOperations(write(content), true, against);
    const hash = (kind: string, text: string) => createHash(kind).update(text).digest('hex');

    it('is Apollo’s manifest, or Relay’s map of ids, each the hash of its text', () => {
      expect(read(manifest(NAME))().documents?.get(idOf(NAME))).toBe(NAME);
      for (const kind of ['sha256', 'sha1', 'md5'])
        expect(read({ [hash(kind, NAME)]: NAME })().documents?.get(hash(kind, NAME))).toBe(NAME);
    });

    it('adversarial 67: is not served with an id that is not of its text', () => {
      const exchanged = manifest(NAME);
      expect(read({ ...exchanged, operations: [{ ...exchanged.operations[0], body: '{ __typename }' }] })).toThrow(
        /operations\.0 \(Operation0\): its id is not the hash of its body/,
      );
      for (const id of ['7', hash('sha512', NAME), hash('md5', `${NAME} `), hash('sha1', NAME).toUpperCase()])
        expect(read({ [id]: NAME })).toThrow(`${id}: its id is not the hash of its body`);
    });

    it('A23.1 is not served with what callers do not see, or over a limit, and says where', () => {
      expect(read(manifest(NAME, '{\n  subjet }'))).toThrow(
        /operations\.1 \(Operation1\): line 2, column 3: Cannot query field "subjet"/,
      );
      // The supergraph has it for its own joins.
      const joined = '{ matterCheck(subject: { type: USCC, value: "x" }) { publicCreditPart } }';
      expect(supergraph).toContain('publicCreditPart');
      expect(read(manifest(joined))).toThrow(/line 1, column 54: Cannot query field "publicCreditPart"/);
      const deep = `{ me ${'{ records { nodes { subject '.repeat(6)}{ name }${' } } }'.repeat(6)} }`;
      expect(read(manifest(deep))).toThrow(
        /operations\.0 \(Operation0\): The query comes to 20 depth; the limit is 15/,
      );
      // Twenty pages of two hundred rows: even of one subject nobody could ask it. With pages of a size that callers choose they can.
      const pages = '{ nodes { item { code } history { version } } }';
      const many = (first: string, more: string) =>
        `query ($ids: [SubjectIdentifierInput!]!${more}) { subjects(identifiers: $ids) { ${Array.from(
          { length: 20 },
          (_, index) => `r${index}: records(first: ${first}) ${pages}`,
        ).join(' ')} } }`;
      expect(read(manifest(many('200', '')))).toThrow(/\(Operation0\): The query would cost \d+; the limit is 25000/);
      expect(read(manifest(many('$n', ', $n: Int = 200')))().documents?.size).toBe(1);
      expect(read(manifest('{ __typename } query B { __typename }'))).toThrow(/several operations/);
      expect(read(manifest('fragment F on Query { __typename }'))).toThrow(/no operation/);
      expect(read(manifest('{'))).toThrow(/operations\.0 \(Operation0\): Syntax Error/);
    });

    it('is not served in another form, and says where, in both languages', () => {
      expect(read({ ...manifest(NAME), version: 2 })).toThrow(/- version: /);
      expect(read({ ...manifest(NAME), operations: [{ id: 'x', name: 'N' }] })).toThrow(/- operations\.0\.body: /);
      expect(read({ [idOf(NAME)]: 7 })).toThrow(`- ${idOf(NAME)}: `);
      expect(read('[')).toThrow(/it is not JSON/);
      expect(() => readOperations(join(folder, 'absent.json'), false, against)).toThrow(/cannot be read/);
      expect(() => readConfig({ OPERATIONS_ONLY: 'parties' })).toThrow(/needs OPERATIONS_FILE/);
      try {
        read(manifest('{ subjet }'))();
        expect.unreachable();
      } catch (error) {
        expect((error as { localized: { zh: string } }).localized.zh).toContain(
          'operations.0 (Operation0)：第1行第3列：不符合已公布的接口模式。',
        );
      }
    });
  });
});
