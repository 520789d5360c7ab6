/**
 * Every connection by a real client of Relay connections: Apollo Client with its cache and `relayStylePagination`, over HTTP, forwards to the end and
 * backwards to the beginning. In `npm run proof`, because it asks some five hundred times on each database.
 */
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaOf } from '../gateway/root-fields.ts';
import { onEachDatabase } from '../kit.ts';
import {
  below,
  CONNECTIONS,
  type Connection,
  documentOf,
  type Filled,
  keyOf,
  type Node,
  openFilled,
  PAGE_INFO,
} from './every-connection.ts';

interface Held {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

onEachDatabase('connections by a client of them', (kind) => {
  let filled: Filled;
  /** Connections of the schema, with whether they are counted. */
  const found = new Map<string, boolean>();
  const typePolicies: Record<string, NonNullable<TypePolicies[string]>> = {};
  beforeAll(async () => {
    filled = await openFilled(kind);
    const schema = await schemaOf(filled.world);
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields())) {
          const to = getNamedType(field.type);
          if (!isObjectType(to) || !to.name.endsWith('Connection')) continue;
          found.set(`${type.name}.${field.name}`, 'totalCount' in to.getFields());
          const fields = { ...typePolicies[type.name]?.fields, [field.name]: relayStylePagination() };
          // What has no id of its own is one for a caller: the client is told to merge it.
          const merge = !('id' in type.getFields()) && type !== schema.getQueryType();
          typePolicies[type.name] = { fields, ...(merge ? { merge } : {}) };
        }
  });
  afterAll(() => filled.world.close());

  it('every one of the schema is read here', () => {
    expect([...found.keys()].sort()).toEqual(Object.keys(CONNECTIONS).sort());
  });

  const clientOf = async ({ by, headers }: Connection): Promise<ApolloClient> => {
    const { world, later } = filled;
    const authorization = by === null ? {} : { authorization: `Bearer ${await world.token(by, '8h')}` };
    return new ApolloClient({
      cache: new InMemoryCache({ typePolicies }),
      link: new HttpLink({
        uri: `${world.server.url}/graphql`,
        headers: { ...authorization, ...(headers?.purpose === undefined ? {} : { 'credit-purpose': headers.purpose }) },
        fetch: (address, init) => {
          later();
          return fetch(address as string, init as RequestInit);
        },
      }),
    });
  };

  /** Reads pages into the client's cache until it says that there is no further one. Resolves with what the cache then holds, and the first page. */
  async function readAll(name: string, connection: Connection, size: number, backwards: boolean) {
    const client = await clientOf(connection);
    const field = name.split('.')[1] ?? '';
    const total = found.get(name) === true ? 'totalCount' : '';
    const uses = `${field}(first: $first, after: $after, last: $last, before: $before) { ${total} edges { cursor node { ${connection.key} } } ${PAGE_INFO} }`;
    const paged = backwards ? { last: size } : { first: size };
    const asked = {
      query: gql(documentOf(connection, uses, true)),
      variables: { ...connection.variables, ...paged },
    };
    const watched = client.watchQuery(asked);
    const { promise: answered, resolve, reject } = Promise.withResolvers<void>();
    const subscription = watched.subscribe(({ loading, error }) => {
      if (error !== undefined) reject(error);
      else if (!loading) resolve();
    });
    await answered;
    const held = (): Held => {
      const page = (below(connection, client.readQuery(asked)) as Record<string, Held> | undefined)?.[field];
      if (page === undefined) throw new Error(`${name} has no page.`);
      return page;
    };
    const begun = held();
    for (let pages = 1; ; pages += 1) {
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = held().pageInfo;
      if (!(backwards ? hasPreviousPage : hasNextPage)) break;
      if (pages > 300) throw new Error(`${name} does not end.`);
      await watched.fetchMore({
        variables: { ...paged, ...(backwards ? { before: startCursor } : { after: endCursor }) },
      });
    }
    const all = held();
    subscription.unsubscribe();
    client.stop();
    return { begun, keys: all.edges.map(({ node }) => keyOf(node)) };
  }

  it.each(Object.entries(CONNECTIONS))(
    '%s has each of its rows once, in pages of one to three',
    async (name, connection) => {
      const [, field = ''] = name.split('.');
      const { data } = await filled.ask(
        connection.by,
        documentOf(connection, `${field}(first: 200) { nodes { ${connection.key} } }`),
        connection.variables,
        connection.headers,
      );
      const page = (below(connection, data) as Record<string, { nodes: readonly Node[] }>)[field];
      const whole = page?.nodes.map((node) => keyOf(node)) ?? [];
      expect(whole.length).toBeGreaterThan(2);
      for (const size of [1, 2, 3])
        for (const backwards of connection.backwards === false ? [false] : [false, true]) {
          // It would run after its own entries: each page that is read is one more.
          if (connection.grows === true && backwards && size === 1) continue;
          const { begun, keys } = await readAll(name, connection, size, backwards);
          expect([size, backwards, new Set(keys).size]).toEqual([size, backwards, keys.length]);
          if (connection.grows === true) {
            expect(keys.filter((key) => whole.includes(key))).toEqual(whole);
            if (!backwards) expect(keys).toHaveLength(begun.totalCount ?? -1);
          } else {
            expect([size, backwards, keys]).toEqual([size, backwards, whole]);
            expect(begun.totalCount ?? keys.length).toBe(keys.length);
          }
        }
    },
  );
});
