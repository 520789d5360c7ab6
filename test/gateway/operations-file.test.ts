/** The file of operations that the operator keeps: read as the tools of clients write it, and held against schema and limits before anything is served. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callersSchema } from '../../gateway/federation/published-schema.ts';
import { supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { costCounter } from '../../gateway/query/cost.ts';
import { keyAliases } from '../../gateway/query/key-aliases.ts';
import { limiter } from '../../gateway/query/limits.ts';
import { readOperations } from '../../gateway/query/operations-file.ts';
import { readConfig } from '../../gateway/settings/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-operations-file-'));
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

describe('OPERATIONS_FILE', () => {
  const supergraph = supergraphSdl();
  const against = {
    schema: callersSchema,
    introspection: false,
    checkLimits: limiter(keyAliases(supergraph)),
    costOf: costCounter(supergraph),
  };
  const read = (content: unknown) => () => readOperations(write(content), true, against);
  const hash = (kind: string, text: string) => createHash(kind).update(text).digest('hex');

  it('is Apollo’s manifest, or Relay’s map of ids, each the hash of its text', () => {
    expect(read(manifest(NAME))().documents?.get(idOf(NAME))).toBe(NAME);
    // As graphql-codegen writes it, after GraphQL over HTTP.
    expect(read({ [`sha256:${idOf(NAME)}`]: NAME })().documents?.get(idOf(NAME))).toBe(NAME);
    for (const kind of ['sha256', 'sha1', 'md5'])
      expect(read({ [hash(kind, NAME)]: NAME })().documents?.get(hash(kind, NAME))).toBe(NAME);
  });

  it('is what relay-compiler 21.0.1 and generate-persisted-query-manifest 1.4.0 wrote', () => {
    const written = (name: string) => join(import.meta.dirname, '../clients/manifests', name);
    const [relay, apollo] = ['relay.json', 'apollo.json'].map((name) => readOperations(written(name), true, against));
    expect(relay?.documents?.get('c1b702afdcb5bf0e35786d2b76c4ea14')).toMatch(/^query AppQuery\(/);
    expect([relay?.documents?.size, apollo?.documents?.size]).toEqual([3, 1]);
  });

  it('adversarial 67: is not served with an id that is not of its text', () => {
    const exchanged = manifest(NAME);
    expect(read({ ...exchanged, operations: [{ ...exchanged.operations[0], body: '{ __typename }' }] })).toThrow(
      /operations\.0 \(Operation0\): its id is not the hash of its body/,
    );
    for (const id of [
      '7',
      `md5:${hash('md5', NAME)}`,
      `sha256:${hash('md5', NAME)}`,
      hash('sha512', NAME),
      hash('md5', `${NAME} `),
      hash('sha1', NAME).toUpperCase(),
    ])
      expect(read({ [id]: NAME })).toThrow(`${id}: its id is not the hash of its body`);
  });

  it('A23.5 is not served with what callers do not see, or over a limit, and says where', () => {
    const introspective = manifest('{ __schema { queryType { name } } }');
    expect(read(introspective)).toThrow(/operations\.0 .*introspection/s);
    expect(readOperations(write(introspective), true, { ...against, introspection: true }).documents?.size).toBe(1);
    expect(read(manifest(NAME, '{\n  subjet }'))).toThrow(
      /operations\.1 \(Operation1\): line 2, column 3: Cannot query field "subjet"/,
    );
    // The supergraph has it for its own joins.
    const joined = '{ matterCheck(subject: { type: USCC, value: "x" }) { publicCreditPart } }';
    expect(supergraph).toContain('publicCreditPart');
    expect(read(manifest(joined))).toThrow(/line 1, column 54: Cannot query field "publicCreditPart"/);
    const deep = `{ me ${'{ records { nodes { subject '.repeat(6)}{ name }${' } } }'.repeat(6)} }`;
    expect(read(manifest(deep))).toThrow(/operations\.0 \(Operation0\): The query comes to 20 depth; the limit is 15/);
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
