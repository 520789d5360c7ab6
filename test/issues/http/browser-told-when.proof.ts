/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, soonest, type World } from '../../kit.ts';

const ORIGIN = 'https://portal.example.cn';

/** A page of another origin that may ask was not shown when to come again, nor what is wrong with its token. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { environment: { CORS_ORIGINS: ORIGIN, RATE_PUBLIC: '1' } });
});
afterAll(() => world.close());

it('a page of an origin of the settings reads what the answer says beside its body', async () => {
  const ask = () =>
    fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN },
      body: '{"query":"{ __typename }"}',
    });
  await ask();
  const refused = await ask();
  expect(refused.status).toBe(429);
  const shown = (refused.headers.get('access-control-expose-headers') ?? '').split(', ');
  for (const name of ['x-request-id', 'retry-after', 'www-authenticate']) expect(shown).toContain(name);
  expect(refused.headers.has('retry-after')).toBe(true);
});
