import { buildSchema, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { forbidden } from '../../schema/errors.ts';
import { scopeOf } from '../../schema/law/scope.ts';
import { checkGuarded, checkPolicy, guardSchema } from '../../subgraphs/authorization/guard.ts';
import { type Guard, open } from '../../subgraphs/authorization/policy.ts';
import { openSubgraphs } from '../../subgraphs/index.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import type { Caller, ClientRequest } from '../../subgraphs/request/context.ts';
import { answer } from '../../subgraphs/subgraph.ts';

const SDL = `
  enum PersonalKind { NAME PHONE }
  directive @personal(kind: PersonalKind!) on FIELD_DEFINITION
  interface Thing { name: String }
  type Query { things(count: Int!): [Row!] other: Thing }
  type Row implements Thing { name: String @personal(kind: NAME) secret: String phone: String @personal(kind: PHONE) }`;

/** Rows whose secret counts how often it is read. */
function rows() {
  const read = { count: 0 };
  const secret = (): string => {
    read.count += 1;
    return 's';
  };
  const row = { __typename: 'Row', name: '张小梅', secret, phone: '13800138000' };
  const root = { things: ({ count }: { count: number }) => Array.from({ length: count }, () => row), other: row };
  return { read, root };
}

const bare = (): GraphQLSchema => buildSchema(SDL);

const refuse: Guard = { name: 'refuse', check: () => forbidden('SELF_ONLY', '24') };
type Tree = Record<string, Record<string, Guard>>;
const policy = (changes: Tree = {}): Tree => ({
  Query: { things: open, other: open },
  Row: { name: open, secret: refuse, phone: open },
  ...changes,
});

async function run(guards: Tree, query: string) {
  const { read, root } = rows();
  const schema = guardSchema(bare(), guards);
  const contextValue = { reported: new Set<string>() };
  const result: ExecutionResult = await execute({ schema, document: parse(query), rootValue: root, contextValue });
  return { ...result, read: read.count };
}

describe('a policy that does not fit is not served', () => {
  it('fits when there is a guard for every field of every object type', () => {
    expect(() => checkPolicy(bare(), policy())).not.toThrow();
  });

  it.each<[string, Tree, string]>([
    ['a field without a guard', { Row: { name: open, secret: refuse } }, 'Row.phone has no guard'],
    ['an undefined guard', { Row: { name: open, secret: undefined as never, phone: open } }, 'Row.secret has no guard'],
    ['a type without guards', { Row: undefined as never }, 'Row.name has no guard'],
    ['a guard on an interface', { Thing: { name: refuse } }, 'Thing.name is guarded but is no field of an object type'],
    ['a guard on an unknown field', { Row: { ...policy().Row, nmae: refuse } }, 'Row.nmae is guarded but'],
    ['a guard on an unknown type', { Rwo: { name: refuse } }, 'Rwo.name is guarded but'],
  ])('adversarial 53: refuses %s', (_name, changes, fault) => {
    expect(() => guardSchema(bare(), policy(changes))).toThrow(fault);
  });

  it('refuses a schema in which a guarded field resolves as before', () => {
    const before = bare();
    expect(() => checkGuarded(before, before, policy())).toThrow('Row.secret');
    expect(() => checkGuarded(before, guardSchema(before, policy()), policy())).not.toThrow();
  });

  it('adversarial 53: each subgraph that is served refuses to start with any one guard less', async () => {
    const { policy: real } = await import('../../subgraphs/public-credit/policy.ts');
    const { schema } = openSubgraphs()['public-credit'];
    const tree = real as unknown as Tree;
    expect(() => checkPolicy(schema, tree)).not.toThrow();
    for (const [type, fields] of Object.entries(tree))
      for (const field of Object.keys(fields)) {
        const { [field]: _gone, ...rest } = fields;
        expect(() => checkPolicy(schema, { ...tree, [type]: rest })).toThrow(`${type}.${field} has no guard`);
      }
  });
});

describe('a guard at work', () => {
  it('A23.5 a refusal of a thousand rows is told once, and none of them is resolved', async () => {
    const { data, errors, read } = await run(policy(), '{ things(count: 1000) { secret } }');
    expect(data).toEqual({ things: Array.from({ length: 1_000 }, () => ({ secret: null })) });
    expect(errors?.map((error) => [error.path, error.extensions.reason, error.extensions.article])).toEqual([
      [['things', 0, 'secret'], 'SELF_ONLY', '24'],
    ]);
    expect(read).toBe(0);
  });

  it('two places that are refused are told at two places', async () => {
    const { errors } = await run(policy(), '{ a: things(count: 3) { secret } b: things(count: 3) { s: secret } }');
    expect(errors?.map((error) => error.path?.join('.')).sort()).toEqual(['a.0.secret', 'b.0.s']);
  });

  it('a guard that allows lets the value through', async () => {
    const allowing = policy({ Row: { ...policy().Row, secret: { name: 'ok', check: () => undefined } } });
    expect(await run(allowing, '{ things(count: 1) { secret } }')).toEqual({
      data: { things: [{ secret: 's' }] },
      read: 1,
    });
  });

  it('adversarial 54: a guard that throws denies', async () => {
    const check = (): never => {
      throw new Error('broken');
    };
    const broken = policy({ Row: { ...policy().Row, secret: { name: 'broken', check } } });
    const { data, errors, read } = await run(broken, '{ things(count: 1) { secret } }');
    expect(data).toEqual({ things: [{ secret: null }] });
    expect(errors).toHaveLength(1);
    expect(read).toBe(0);
  });

  it('A23.4 adversarial 40: a guard holds behind an interface, and so does desensitization', async () => {
    const { data, errors } = await run(policy(), '{ other { name ... on Row { secret phone } } }');
    expect(data).toEqual({ other: { name: '张**', secret: null, phone: '138********' } });
    expect(errors).toHaveLength(1);
  });
});

const SECRETS = openSecrets(freshSecrets());

/** A request that reaches no database: what would be asked of it is kept. */
function request(asked: unknown[][], role: Caller['role'] = 'PUBLIC'): ClientRequest {
  const entitlements = {
    role,
    self: null,
    purposeStated: false,
    caseStated: false,
    agreementInForce: false,
    purposeAgreed: false,
    agreedItems: new Set<string>(),
    dutyRegistered: false,
    matterStated: false,
    dutyItems: new Set<string>(),
    identifiedItems: new Set<string>(),
  };
  const transaction = {
    query: (_statement: unknown, parameters: readonly unknown[]) => {
      asked.push([...parameters]);
      return Promise.resolve([]);
    },
  };
  const directory = { items: new Map(), units: new Map(), editions: [] };
  const snapshot = { entitlements, scope: scopeOf(entitlements, []), transaction, directory };
  const caller = { role, unit: null, subject: null, purpose: null };
  const platform = { secrets: SECRETS };
  const partial = {
    caller,
    platform,
    today: '2026-11-20',
    snapshot: () => Promise.resolve(snapshot),
    disclose: () => undefined,
  };
  return partial as unknown as ClientRequest;
}

const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CreditSubject { id } } }';
const ID = '6f1c1fd4-1c5e-8d52-9f5e-0d8f3b1a2c3d';

describe('what only the gateway may ask', () => {
  const subgraphs = Object.entries(openSubgraphs());

  it.each(subgraphs)(
    'adversarial 34 and 38: %s answers _entities and _service to the gateway alone',
    async (_name, subgraph) => {
      const variables = { r: [{ __typename: 'CreditSubject', id: ID }] };
      for (const query of [{ query: ENTITIES, variables }, { query: '{ _service { sdl } }' }]) {
        const asked: unknown[][] = [];
        const outside = await answer(subgraph, query, request(asked), false);
        expect(Object.values(outside.data ?? { none: null })).toEqual([null]);
        expect(outside.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ROLE' });
        expect(asked).toEqual([]);
        const inside = await answer(subgraph, query, request(asked), true);
        expect(inside.errors).toBeUndefined();
      }
    },
  );

  it.each(subgraphs)(
    'adversarial 36: %s never lets an id that is an object reach a statement',
    async (_name, subgraph) => {
      for (const id of [
        { $ne: null },
        [ID],
        [[ID]],
        { $like: '%' },
        { $re: '.*' },
        { $in: [ID] },
        { id: ID },
        true,
        1,
        null,
      ]) {
        const asked: unknown[][] = [];
        const result = await answer(
          subgraph,
          { query: ENTITIES, variables: { r: [{ __typename: 'CreditSubject', id }] } },
          request(asked),
        );
        expect(JSON.stringify(result.data ?? null)).not.toContain('$');
        for (const parameters of asked)
          for (const value of parameters.flat()) expect(typeof value === 'object' && value !== null).toBe(false);
      }
    },
  );
});
