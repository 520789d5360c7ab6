/**
 * Client libraries as their users have them, told what gateway/http/CLIENTS.md says and nothing else. Each is answered, and each keeps code, reason and help
 * of what is refused: at a field, as a whole, and before anything is asked. In `npm run proof`, because it opens a world with kept operations.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gql, InMemoryCache } from '@apollo/client';
import { parse, print } from 'graphql';
import { fetchQuery } from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, type Holder, openWorld, PERMIT_OFFICE, type World } from '../kit.ts';
import { type Exports, examplesOf, folderBesidePackages, runExample } from './examples.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The name is open to a department; agreements are those of parties. */
const ASKED =
  'query Asked($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name } agreements { totalCount } }';
const KEPT = print(parse('query Kept($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name } }'));
const OTHER = print(parse('query Other($id: SubjectIdentifierInput!) { subject(identifier: $id) { id kind } }'));
const NAME = '哈尔滨示例冰雪设备有限公司';

/** As it is sent: Apollo's cache and urql's ask for the type of each object too. */
const withTypenames = (document: string): string => print(new InMemoryCache().transformDocument(parse(document)));

const REFUSED = {
  message: expect.stringMatching(/\w/),
  path: ['agreements'],
  extensions: {
    code: 'FORBIDDEN',
    reason: 'ROLE',
    article: expect.stringMatching(/\d/),
    help: expect.stringMatching(/\w/),
  },
};
const UNKNOWN_FIELD = { extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: expect.stringMatching(/\w/) } };
const NO_TOKEN = { extensions: { code: 'UNAUTHENTICATED', help: expect.stringMatching(/\w/) } };
const ONLY_KEPT = {
  extensions: { code: 'BAD_USER_INPUT', reason: 'OPERATION_ONLY', help: expect.stringMatching(/\w/) },
};

/** A request as it left. */
interface Sent {
  readonly method: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const folder = folderBesidePackages();
const files = mkdtempSync(join(tmpdir(), 'credit-clients-'));
/** It holds parties to kept operations: the desk asks as it likes. */
let world: World;
const sent: Sent[] = [];
let fetchWith: Exports['fetchWith'];
beforeAll(async () => {
  const OPERATIONS_FILE = join(files, 'operations.json');
  const map = Object.fromEntries([KEPT, withTypenames(KEPT)].map((body) => [sha256(body), body]));
  writeFileSync(OPERATIONS_FILE, JSON.stringify(map));
  world = await openWorld('pglite', { environment: { OPERATIONS_FILE, OPERATIONS_ONLY: 'parties' } });
  ({ fetchWith } = await runExample(folder, null));
});
afterAll(async () => {
  await world.close();
  for (const one of [folder, files]) rmSync(one, { recursive: true, force: true });
});

const url = (): string => `${world.server.url}/graphql`;
const BANK = { 'credit-purpose': 'LOAN_ORIGINATION' };
const DESK = { 'credit-purpose': 'PERMIT', 'credit-case': 'x', 'credit-matter': 'FOOD-PERMIT' };
/** By the page's own code, with a note of what left. */
function noting(headersFor: () => Promise<Record<string, string>>): typeof fetch {
  const own: typeof fetch = fetchWith(headersFor);
  return (input, init) => {
    sent.push({ method: init?.method, body: JSON.parse(String(init?.body ?? '{}')) });
    return own(input, init);
  };
}
const bearer = async (holder: Holder): Promise<string> => `Bearer ${await world.token(holder)}`;
const desk = (): typeof fetch => noting(async () => ({ ...DESK, authorization: await bearer(PERMIT_OFFICE) }));
const bank = (): typeof fetch => noting(async () => ({ ...BANK, authorization: await bearer(BANK_A) }));
const nobody = (): typeof fetch => noting(async () => ({ authorization: 'Bearer no.token.atall' }));

/** What left meanwhile. */
async function leaving<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly left: Sent[] }> {
  const before = sent.length;
  const result = await work();
  return { result, left: sent.slice(before) };
}

describe('Apollo Client', () => {
  let ours: Exports;
  let persisted: Exports;
  beforeAll(async () => {
    ours = await runExample(folder, 'Apollo Client', 0);
    persisted = await runExample(folder, 'Apollo Client', 1);
  });

  it('A23.2 A36.3 keeps data beside code, reason and help of what is refused', async () => {
    const client = ours.apolloClient(url(), desk());
    const { data, error } = await client.query({ query: gql(ASKED), variables: { id: COMPANY } });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(ours.refusedBy(error)).toMatchObject([REFUSED]);
  });

  it('A36.3 keeps code and help of what is refused as a whole, and of a token that is refused', async () => {
    const wrong = await ours.apolloClient(url(), desk()).query({ query: gql('{ nothing }') });
    expect(ours.refusedBy(wrong.error)).toMatchObject([UNKNOWN_FIELD]);
    const refused = await ours.apolloClient(url(), nobody()).query({ query: gql('{ purposes { code } }') });
    expect(ours.refusedBy(refused.error)).toMatchObject([NO_TOKEN]);
  });

  it('A23.2 reads a connection to its end, page by page', async () => {
    const client = ours.apolloClient(url(), desk());
    const PAGES = gql(`query Pages($id: SubjectIdentifierInput!, $after: String) { subject(identifier: $id) { id
      records(first: 3, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } } }`);
    const watched = client.watchQuery({ query: PAGES, variables: { id: COMPANY } });
    const { promise: answered, resolve, reject } = Promise.withResolvers<void>();
    const subscription = watched.subscribe(({ loading, error }: { loading: boolean; error?: unknown }) => {
      if (error !== undefined) reject(error);
      else if (!loading) resolve();
    });
    await answered;
    const page = () => client.readQuery({ query: PAGES, variables: { id: COMPANY } }).subject.records;
    while (page().pageInfo.hasNextPage) await watched.fetchMore({ variables: { after: page().pageInfo.endCursor } });
    expect(new Set(page().edges.map(({ node }: { node: { id: string } }) => node.id)).size).toBe(page().totalCount);
    expect(page().totalCount).toBeGreaterThan(3);
    subscription.unsubscribe();
  });

  it('A23.2 A36.3 its persisted operations: what is kept by its hash alone, what is not with its text', async () => {
    const client = persisted.persistedApolloClient(url(), desk());
    const ask = (query: string) =>
      leaving(() => client.query({ query: gql(query), variables: { id: COMPANY } }) as Promise<Exports>);
    const kept = await ask(KEPT);
    expect(kept.result.data.subject.name).toBe(NAME);
    expect(kept.left.map(({ method, body }) => [method, Object.keys(body).sort()])).toEqual([
      ['POST', ['extensions', 'operationName', 'variables']],
    ]);
    const other = await ask(OTHER);
    expect(other.result.data.subject.kind).toBe('LEGAL_PERSON');
    expect(other.left.map(({ body }) => 'query' in body)).toEqual([false, true]);
  });

  it('A23.2 a party that is held to kept operations is told so, with what to do', async () => {
    const client = persisted.persistedApolloClient(url(), bank());
    const kept = await client.query({ query: gql(KEPT), variables: { id: COMPANY } });
    expect(kept.data.subject.name).toBe(NAME);
    const other = await client.query({ query: gql(OTHER), variables: { id: COMPANY } });
    expect(other.data).toBeUndefined();
    expect(ours.refusedBy(other.error)).toMatchObject([ONLY_KEPT]);
  });
});

describe('urql', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await runExample(folder, 'urql');
  });

  it('A23.2 A36.3 keeps data beside code, reason and help of what is refused', async () => {
    const { data, error } = await ours.urqlClient(url(), desk()).query(ASKED, { id: COMPANY });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(ours.refusedBy(error)).toMatchObject([REFUSED]);
  });

  it('A36.3 keeps code and help of what is refused as a whole, and of a token that is refused', async () => {
    const wrong = await ours.urqlClient(url(), desk()).query('{ nothing }', {});
    expect(ours.refusedBy(wrong.error)).toMatchObject([UNKNOWN_FIELD]);
    const refused = await ours.urqlClient(url(), nobody()).query('{ purposes { code } }', {});
    expect(ours.refusedBy(refused.error)).toMatchObject([NO_TOKEN]);
  });

  it('A23.2 A36.3 its persisted operations: what is kept by its hash alone, what is not with its text', async () => {
    const client = ours.urqlClient(url(), desk(), true);
    const ask = (query: string) => leaving(() => client.query(query, { id: COMPANY }).toPromise() as Promise<Exports>);
    const kept = await ask(KEPT);
    expect(kept.result.data.subject.name).toBe(NAME);
    expect(kept.left.map(({ method, body }) => [method, typeof body.query])).toEqual([['POST', 'undefined']]);
    const other = await ask(OTHER);
    expect(other.result.data.subject.kind).toBe('LEGAL_PERSON');
    expect(other.left.map(({ body }) => typeof body.query)).toEqual(['undefined', 'string']);
    const only = await ours.urqlClient(url(), bank(), true).query(OTHER, { id: COMPANY });
    expect(ours.refusedBy(only.error)).toMatchObject([ONLY_KEPT]);
  });
});

describe('graphql-request', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await runExample(folder, 'graphql-request');
  });

  it('A23.2 A36.3 keeps data beside code, reason and help of what is refused, at a field and as a whole', async () => {
    const client = ours.requestClient(url(), desk());
    const { data, refused } = await ours.ask(client, ASKED, { id: COMPANY });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(refused).toMatchObject([REFUSED]);
    expect((await ours.ask(client, '{ nothing }', {})).refused).toMatchObject([UNKNOWN_FIELD]);
    const refusedClient = ours.requestClient(url(), nobody());
    expect((await ours.ask(refusedClient, '{ purposes { code } }', {})).refused).toMatchObject([NO_TOKEN]);
  });
});

describe('Relay', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await runExample(folder, 'Relay');
  });

  /** What relay-compiler makes of an operation. */
  const compiled = (text: string, id: string | null, selections: readonly string[]) => {
    const scalar = (name: string) => ({ alias: null, args: null, kind: 'ScalarField', name, storageKey: null });
    const args = [{ kind: 'Variable', name: 'identifier', variableName: 'id' }];
    const subject = {
      alias: null,
      args,
      concreteType: 'CreditSubject',
      kind: 'LinkedField',
      name: 'subject',
      plural: false,
    };
    const all = [{ ...subject, storageKey: null, selections: selections.map(scalar) }];
    const argumentDefinitions = [{ defaultValue: null, kind: 'LocalArgument', name: 'id' }];
    return {
      kind: 'Request',
      fragment: {
        argumentDefinitions,
        kind: 'Fragment',
        metadata: null,
        name: 'Asked',
        selections: all,
        type: 'Query',
        abstractKey: null,
      },
      operation: { argumentDefinitions, kind: 'Operation', name: 'Asked', selections: all },
      params: {
        id,
        cacheID: id ?? sha256(text),
        metadata: {},
        name: 'Asked',
        operationKind: 'query',
        text: id === null ? text : null,
      },
    };
  };

  const ask = async (by: typeof fetch, request: object) => {
    const told: unknown[] = [];
    const environment = ours.relayEnvironment(url(), by, (_name: string, errors: unknown[]) => told.push(...errors));
    const data = await fetchQuery(environment, request as never, { id: COMPANY })
      .toPromise()
      .catch((error: unknown) => error);
    return { data, told };
  };

  it('A23.2 A36.3 keeps data beside code, reason and help of what is refused', async () => {
    const { data, told } = await ask(desk(), compiled(ASKED, null, ['id', 'name']));
    expect(data).toMatchObject({ subject: { name: NAME } });
    expect(told).toMatchObject([REFUSED]);
  });

  it('A23.2 A36.3 its persisted operations, and what is refused as a whole', async () => {
    const { data } = await ask(bank(), compiled(KEPT, sha256(KEPT), ['id', 'name']));
    expect(data).toMatchObject({ subject: { name: NAME } });
    const unknown = await ask(bank(), compiled(OTHER, sha256(OTHER), ['id', 'kind']));
    expect(unknown.data).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'OPERATION_UNKNOWN',
      help: expect.stringMatching(/\w/),
    });
    expect((await ask(desk(), compiled('query Asked { nothing }', null, []))).told).toMatchObject([UNKNOWN_FIELD]);
    expect((await ask(nobody(), compiled(KEPT, null, []))).told).toMatchObject([NO_TOKEN]);
  });
});

/** Whether the library is there: PYTHONPATH may lead to it. */
const hasGql = spawnSync('python3', ['-c', 'import gql.transport.requests']).status === 0;

describe.runIf(hasGql)('Python: gql', () => {
  const PROGRAM = `
import json, os, sys
def tell(headers, document, variables):
    client = client_for(os.environ["ADDRESS"], lambda: headers)
    data, refused = ask(client, document, variables)
    return {"data": data, "refused": refused}
print(json.dumps([tell(*one) for one in json.load(sys.stdin)]))
`;

  it('A23.2 A36.3 keeps data beside code, reason and help of what is refused, at a field and as a whole', async () => {
    const [{ code } = { code: '' }] = examplesOf('Python: gql');
    const file = join(files, 'client.py');
    writeFileSync(file, code + PROGRAM);
    const headers = { ...DESK, authorization: await bearer(PERMIT_OFFICE) };
    const asked = [
      [headers, ASKED, { id: COMPANY }],
      [headers, '{ nothing }', {}],
      [{ Authorization: 'Bearer no.token.atall' }, '{ purposes { code } }', {}],
    ];
    const options = { env: { ...process.env, ADDRESS: url() }, encoding: 'utf8' as const };
    const told = await new Promise<string>((resolve, reject) => {
      const child = execFile('python3', [file], options, (error, out) =>
        error === null ? resolve(out) : reject(error),
      );
      child.stdin?.end(JSON.stringify(asked));
    });
    expect(JSON.parse(told)).toMatchObject([
      { data: { subject: { name: NAME }, agreements: null }, refused: [REFUSED] },
      { data: null, refused: [UNKNOWN_FIELD] },
      { data: null, refused: [NO_TOKEN] },
    ]);
  });
});
