/**
 * urql, graphql-request, Relay and Python's gql as their users have them, told what gateway/http/CLIENTS.md says and nothing else. Each is answered and keeps
 * code, reason and help of what is refused: at a field, as a whole, and before anything is asked. In `npm run proof`, because it opens a world that keeps
 * operations. gql is run where `python3` finds it (PYTHONPATH).
 */
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchQuery } from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, PERMIT_OFFICE } from '../kit.ts';
import {
  ASKED,
  type Asking,
  DESK,
  KEPT,
  NAME,
  NO_TOKEN,
  ONLY_KEPT,
  OTHER,
  openAsking,
  REFUSED,
  sha256,
  UNKNOWN_FIELD,
} from './asking.ts';
import { type Exports, examplesOf } from './examples.ts';

let asking: Asking;
beforeAll(async () => {
  asking = await openAsking();
});
afterAll(() => asking.close());

describe('urql', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await asking.example('urql');
  });

  it('A22.1 keeps data beside code, reason and help of what is refused', async () => {
    const { data, error } = await ours.urqlClient(asking.url(), asking.desk()).query(ASKED, { id: COMPANY });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(ours.refusedBy(error)).toMatchObject([REFUSED]);
  });

  it('keeps code and help of what is refused as a whole, and of a token that is refused', async () => {
    const wrong = await ours.urqlClient(asking.url(), asking.desk()).query('{ nothing }', {});
    expect(ours.refusedBy(wrong.error)).toMatchObject([UNKNOWN_FIELD]);
    const refused = await ours.urqlClient(asking.url(), asking.nobody()).query('{ purposes { code } }', {});
    expect(ours.refusedBy(refused.error)).toMatchObject([NO_TOKEN]);
  });

  it('A23.2 its persisted operations: what is kept by its hash alone, what is not with its text', async () => {
    const client = ours.urqlClient(asking.url(), asking.desk(), true);
    const ask = (query: string) =>
      asking.leaving(() => client.query(query, { id: COMPANY }).toPromise() as Promise<Exports>);
    const kept = await ask(KEPT);
    expect(kept.result.data.subject.name).toBe(NAME);
    expect(kept.left.map(({ method, body }) => [method, typeof body.query])).toEqual([['POST', 'undefined']]);
    const other = await ask(OTHER);
    expect(other.result.data.subject.kind).toBe('LEGAL_PERSON');
    expect(other.left.map(({ body }) => typeof body.query)).toEqual(['undefined', 'string']);
    const only = await ours.urqlClient(asking.url(), asking.bank(), true).query(OTHER, { id: COMPANY });
    expect(ours.refusedBy(only.error)).toMatchObject([ONLY_KEPT]);
  });
});

describe('graphql-request', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await asking.example('graphql-request');
  });

  it('A22.1 keeps data beside code, reason and help of what is refused, at a field and as a whole', async () => {
    const client = ours.requestClient(asking.url(), asking.desk());
    const { data, refused } = await ours.ask(client, ASKED, { id: COMPANY });
    expect(data).toMatchObject({ subject: { name: NAME }, agreements: null });
    expect(refused).toMatchObject([REFUSED]);
    expect((await ours.ask(client, '{ nothing }', {})).refused).toMatchObject([UNKNOWN_FIELD]);
    const refusedClient = ours.requestClient(asking.url(), asking.nobody());
    expect((await ours.ask(refusedClient, '{ purposes { code } }', {})).refused).toMatchObject([NO_TOKEN]);
  });
});

describe('Relay', () => {
  let ours: Exports;
  beforeAll(async () => {
    ours = await asking.example('Relay');
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
    const environment = ours.relayEnvironment(asking.url(), by, (_name: string, errors: unknown[]) =>
      told.push(...errors),
    );
    const data = await fetchQuery(environment, request as never, { id: COMPANY })
      .toPromise()
      .catch((error: unknown) => error);
    return { data, told };
  };

  it('A22.1 keeps data beside code, reason and help of what is refused', async () => {
    const { data, told } = await ask(asking.desk(), compiled(ASKED, null, ['id', 'name']));
    expect(data).toMatchObject({ subject: { name: NAME } });
    expect(told).toMatchObject([REFUSED]);
  });

  it('A23.2 its persisted operations, and what is refused as a whole', async () => {
    const { data } = await ask(asking.bank(), compiled(KEPT, sha256(KEPT), ['id', 'name']));
    expect(data).toMatchObject({ subject: { name: NAME } });
    const unknown = await ask(asking.bank(), compiled(OTHER, sha256(OTHER), ['id', 'kind']));
    expect(unknown.data).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'OPERATION_UNKNOWN',
      help: expect.stringMatching(/\w/),
    });
    expect((await ask(asking.desk(), compiled('query Asked { nothing }', null, []))).told).toMatchObject([
      UNKNOWN_FIELD,
    ]);
    expect((await ask(asking.nobody(), compiled(KEPT, null, []))).told).toMatchObject([NO_TOKEN]);
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

  it('A22.1 keeps data beside code, reason and help of what is refused, at a field and as a whole', async () => {
    const [{ code } = { code: '' }] = examplesOf('Python: gql');
    const file = join(asking.files, 'client.py');
    writeFileSync(file, code + PROGRAM);
    const headers = { ...DESK, authorization: await asking.bearer(PERMIT_OFFICE) };
    const asked = [
      [headers, ASKED, { id: COMPANY }],
      [headers, '{ nothing }', {}],
      [{ Authorization: 'Bearer no.token.atall' }, '{ purposes { code } }', {}],
    ];
    const options = { env: { ...process.env, ADDRESS: asking.url() }, encoding: 'utf8' as const };
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
