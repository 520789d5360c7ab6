/** A request that named an operation which its document does not hold was a fault of the server, logged as one, and not the caller's to mend. */
import { beforeAll, expect, it } from 'vitest';
import { sharedWorld, type World } from '../../kit.ts';

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const ask = async (query: string, operationName: string | null) => {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, operationName }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  const { data, errors } = (await response.json()) as any;
  return [response.status, data ?? errors[0].extensions.code];
};

it.each(['B', '', '__proto__', 'constructor', 'A\u0000'])('A23.1 the name %j is refused in words', async (name) => {
  expect(await ask('query A { __typename }', name)).toEqual([400, 'BAD_USER_INPUT']);
  expect(await ask('{ __typename }', name)).toEqual([400, 'BAD_USER_INPUT']);
});

it.each(['A', null])('A23.1 the right name, or none, is answered: %j', async (name) => {
  expect(await ask('query A { __typename }', name)).toEqual([200, { __typename: 'Query' }]);
});
