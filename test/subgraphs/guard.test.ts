/** The second wall by itself: what it refuses to be built from, and what it does when a rule fails. */
import { buildSchema, execute, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { forbidden } from '../../schema/errors.ts';
import type { Context } from '../../subgraphs/context.ts';
import { checkGuarded, checkPolicy, guardSchema } from '../../subgraphs/guard.ts';
import { type Guard, open, selfOnly } from '../../subgraphs/policy.ts';

const SDL = `
  directive @openness(tier: Openness!) on FIELD_DEFINITION
  directive @personal(kind: PersonalKind!) on FIELD_DEFINITION
  enum Openness { UNCONDITIONAL AGREEMENT SELF_ONLY }
  enum PersonalKind { NAME CITIZEN_ID }
  interface Node { secret: String }
  type Query { rows: [Row] node: Node }
  type Row implements Node { id: ID secret: String name: String @personal(kind: NAME) own: String @openness(tier: SELF_ONLY) }
`;
const closed: Guard = { name: 'closed', check: () => forbidden('ROLE', '23') };
const throws: Guard = {
  name: 'throws',
  check: () => {
    throw new Error('a fault with /srv/path in it');
  },
};
const POLICY = { Query: { rows: open, node: open }, Row: { id: open, secret: open, name: open, own: selfOnly } };

const context = (): Context => ({ told: new Set<string>(), caller: { role: 'PARTY' } }) as unknown as Context;

const run = (policy: Record<string, Record<string, Guard>>, query: string, rows: readonly object[]) => {
  const schema = guardSchema(buildSchema(SDL), policy);
  const rootValue = { rows, node: { __typename: 'Row', ...rows[0] } };
  return execute({ schema, document: parse(query), rootValue, contextValue: context() });
};

describe('the guard', () => {
  it('is not built from a policy that leaves a field out, knows one too many, or stands on an interface', () => {
    const schema = buildSchema(SDL);
    const { secret: _left, ...without } = POLICY.Row;
    expect(() => checkPolicy(schema, { ...POLICY, Row: without } as never)).toThrow('Row.secret has no guard');
    expect(() => checkPolicy(schema, { ...POLICY, Row: { ...POLICY.Row, secret: undefined } } as never)).toThrow(
      'Row.secret has no guard',
    );
    expect(() => checkPolicy(schema, { ...POLICY, Row: { ...POLICY.Row, more: open } })).toThrow(
      'Row.more is guarded but is no field',
    );
    expect(() => checkPolicy(schema, { ...POLICY, Node: { secret: closed } })).toThrow(
      'Node.secret is guarded but is no field of an object type',
    );
    expect(() => checkPolicy(schema, { ...POLICY, Row: { ...POLICY.Row, own: open } })).toThrow(
      'Row.own is bounded by @openness but open by policy',
    );
    expect(() => checkPolicy(schema, POLICY)).not.toThrow();
  });

  it('notices when a guarded field is not wrapped', () => {
    const schema = buildSchema(SDL);
    expect(() => checkGuarded(schema, schema, POLICY)).toThrow('Row.own is guarded by policy but not in the schema');
    expect(() => checkGuarded(schema, guardSchema(schema, POLICY), POLICY)).not.toThrow();
  });

  it('A23.5 refuses through field, alias, fragment and interface alike', async () => {
    const policy = { ...POLICY, Row: { ...POLICY.Row, secret: closed } };
    for (const query of [
      '{ rows { secret } }',
      '{ rows { x: secret } }',
      '{ rows { ...F } } fragment F on Row { secret }',
      '{ node { secret } }',
      '{ node { ... on Row { y: secret } } }',
      '{ node { ... on Node { secret } } }',
    ]) {
      const result = await run(policy, query, [{ secret: 'leak' }]);
      expect(JSON.stringify(result)).not.toContain('leak');
      expect(result.errors?.[0]?.extensions.reason).toBe('ROLE');
    }
  });

  it('denies when a rule throws, and tells nothing of why', async () => {
    const result = await run({ ...POLICY, Row: { ...POLICY.Row, secret: throws } }, '{ rows { secret } }', [
      { secret: 'leak' },
    ]);
    expect(result.data).toEqual({ rows: [{ secret: null }] });
    expect(JSON.stringify(result)).not.toMatch(/leak|srv/);
    expect(result.errors?.[0]).toBeInstanceOf(GraphQLError);
  });

  it('tells the refusal of a kind once, however many rows there are, and decides each row by itself', async () => {
    const many = Array.from({ length: 1_000 }, (_, id) => ({ id, secret: 'leak', own: `own ${id}`, self: id === 500 }));
    const kind = await run({ ...POLICY, Row: { ...POLICY.Row, secret: closed } }, '{ rows { secret } }', many);
    expect(kind.errors).toHaveLength(1);
    expect(kind.errors?.[0]?.path).toEqual(['rows', 0, 'secret']);
    expect(JSON.stringify(kind.data)).not.toContain('leak');
    const own = await run(POLICY, '{ rows { own } }', many);
    expect(own.errors).toHaveLength(1);
    const answered = (own.data ?? {}) as { rows?: { own: string | null }[] };
    const seen = answered.rows?.filter((row) => row.own !== null);
    expect(seen).toEqual([{ own: 'own 500' }]);
  });

  it('A23.4 masks every row that is not marked as whole or as an organization', async () => {
    const rows = [
      { name: '张小梅' },
      { name: '张小梅', personal: true },
      { name: '张小梅', whole: true },
      { name: '某公司', personal: false },
    ];
    const result = await run(POLICY, '{ rows { name } }', rows);
    expect(result.data).toEqual({ rows: [{ name: '张**' }, { name: '张**' }, { name: '张小梅' }, { name: '某公司' }] });
  });
});
