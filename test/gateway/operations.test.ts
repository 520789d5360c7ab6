/** Operations that the operator keeps, and parties that are held to them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../gateway/federation/supergraph.ts';
import { readOperations } from '../../gateway/query/operations.ts';
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

  const send = async (holder: Holder | null, body: object) => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'credit-purpose': holder === BANK_A ? 'LOAN_ORIGINATION' : 'PERMIT',
        'credit-case': 'x',
        'credit-matter': 'FOOD-PERMIT',
        ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
      },
      body: JSON.stringify({ variables: { id: COMPANY }, ...body }),
    });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: readonly { extensions: { reason?: string } }[];
    };
    return [response.status, data ?? errors?.[0]?.extensions.reason];
  };

  const answer = [200, { subject: { name: '哈尔滨示例冰雪设备有限公司' } }];
  const documentId = `sha256:${idOf(NAME)}`;

  it('A23.2 a party asks what the operator keeps, and nothing else', async () => {
    expect(await send(BANK_A, { documentId })).toEqual(answer);
    expect(await send(BANK_A, { query: NAME })).toEqual([400, 'OPERATION_ONLY']);
    // All others ask as they like, and by id too.
    for (const holder of [null, PERMIT_OFFICE]) {
      expect(await send(holder, { documentId })).toEqual(answer);
      expect(await send(holder, { query: NAME })).toEqual(answer);
    }
  });

  it('adversarial 67: an unknown id, one with a query, and one that is to be registered are refused', async () => {
    const hash = idOf('{ __typename }');
    for (const holder of [null, BANK_A]) {
      for (const unknown of [
        `sha256:${hash}`,
        idOf(NAME),
        `SHA256:${idOf(NAME)}`,
        `sha256:${idOf(NAME).toUpperCase()}`,
        '',
        7,
        {},
        [documentId],
        '__proto__',
        'sha256:constructor',
      ])
        expect([unknown, await send(holder, { documentId: unknown })]).toEqual([unknown, [400, 'OPERATION_UNKNOWN']]);
      expect(await send(holder, { documentId, query: NAME })).toEqual([400, 'OPERATION_TWICE']);
      expect(await send(holder, { documentId, query: '' })).toEqual([400, 'OPERATION_TWICE']);
      const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
      expect(await send(holder, { query: '{ __typename }', extensions })).toEqual([400, 'OPERATION_UNKNOWN']);
      expect(await send(holder, { extensions })).toEqual([400, 'OPERATION_UNKNOWN']);
    }
    // Nothing of it was registered.
    expect(await send(BANK_A, { documentId: `sha256:${hash}` })).toEqual([400, 'OPERATION_UNKNOWN']);
  });

  it('adversarial 67: a file whose ids are not of its bodies, or that the schema does not know, is not served', () => {
    const read = (content: unknown) => () => readOperations(write(content), true, composeSupergraph());
    expect(read(manifest(NAME))().documents.get(idOf(NAME))).toBe(NAME);
    const exchanged = manifest(NAME);
    expect(read({ ...exchanged, operations: [{ ...exchanged.operations[0], body: '{ __typename }' }] })).toThrow(
      /Operation0: its id is not the SHA-256 of its body/,
    );
    expect(read(manifest(NAME, '{ subjet }'))).toThrow(/Operation1: Cannot query field "subjet"/);
    expect(read(manifest('{ __typename } query B { __typename }'))).toThrow(/syntax|exactly one/i);
    expect(read(manifest('fragment F on Query { __typename }'))).toThrow(/exactly one operation/);
    expect(read(manifest('{'))).toThrow(/Syntax Error/);
    expect(read({ ...exchanged, version: 2 })).toThrow(/version/);
    expect(read('[')).toThrow(/it is not JSON/);
    expect(() => readOperations(join(folder, 'absent.json'), false, composeSupergraph())).toThrow(/cannot be read/);
    expect(() => readConfig({ OPERATIONS_ONLY: 'parties' })).toThrow(/needs OPERATIONS_FILE/);
  });
});
