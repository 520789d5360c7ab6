/** The table of ids: a place of the type ID that it does not name keeps the server from starting, and what it names is opened and closed there. */
import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { aboutNobody, idOf, withRecipientIds } from '../../subgraphs/authorization/ids.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import type { Context } from '../../subgraphs/request/context.ts';

const SDL = `
  type Query { thing(id: ID!): Thing things(where: Where): [Thing] unit(id: ID): String }
  input Where { any: [ID!] within: Where text: String }
  type Thing { id: ID! parts: [ID!] name: String }`;
const FIELDS = { Thing: { id: idOf('RECORD'), parts: idOf('RECORD') } };
const ARGS = { 'Query.thing': { id: 'RECORD' }, 'Query.unit': { id: null }, Where: { any: 'RECORD' } } as const;
const ID = '0f7b0c84-9a8e-4a57-8f0e-8f5d5b1a2c3d';

const without = (table: object, name: string) =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== name));

describe('the table of ids', () => {
  it('fits where it names every id', () => {
    expect(() => withRecipientIds(buildSchema(SDL), { fields: FIELDS, args: ARGS })).not.toThrow();
  });

  it.each([
    ['a field', { fields: {}, args: ARGS }, 'Thing.id is an id'],
    ['a list of ids', { fields: { Thing: { id: aboutNobody } }, args: ARGS }, 'Thing.parts is an id'],
    ['an argument', { fields: FIELDS, args: without(ARGS, 'Query.thing') }, 'Query.thing(id) is an id'],
    ['an input field', { fields: FIELDS, args: without(ARGS, 'Where') }, 'Where.any is an id'],
    ['a name of nothing', { fields: { ...FIELDS, Thong: { id: aboutNobody } }, args: ARGS }, 'Thong.id is named'],
  ])('adversarial 53: %s that does not fit keeps the schema from being served', (_name, table, fault) => {
    expect(() => withRecipientIds(buildSchema(SDL), table)).toThrow(fault);
  });

  it('A23.5 adversarial 85: opens what comes in, however deep, and closes what leaves', async () => {
    const opened = new Set<string>();
    const { recipientIds } = openSecrets(freshSecrets());
    const caller = { role: 'PARTY', unit: 'BANK-A', subject: null } as const;
    const context = { caller, platform: { secrets: { recipientIds } }, once: () => opened } as unknown as Context;
    const schema = buildSchema(SDL);
    withRecipientIds(schema, { fields: FIELDS, args: ARGS });
    const own = recipientIds.close(caller, 'RECORD', ID, { personal: true });
    const asked: unknown[] = [];
    const row = (personal: boolean) => ({ id: ID, parts: [ID], name: ID, personal });
    const { data, errors } = await execute({
      schema,
      document: parse(
        `query ($id: ID!, $where: Where) { thing(id: $id) { id parts name } things(where: $where) { id } unit(id: "x") }`,
      ),
      variableValues: { id: own, where: { text: own, within: { any: [own, 'x'] } } },
      contextValue: context,
      rootValue: {
        thing: ({ id }: { id: string }) => {
          asked.push(id);
          return row(true);
        },
        things: (args: object) => {
          asked.push(args);
          return [row(false), Promise.resolve(row(true))];
        },
        unit: ({ id }: { id: string }) => id,
      },
    });
    expect(errors).toBeUndefined();
    expect([...opened]).toEqual([ID]);
    const nothing = '00000000-0000-0000-0000-000000000000';
    expect(asked).toEqual([ID, { where: { text: own, within: { any: [ID, nothing] } } }]);
    expect(data).toEqual({
      thing: { id: own, parts: [own], name: ID },
      things: [{ id: ID }, { id: own }],
      unit: 'x',
    });
  });
});
