/** Keys of issuers: found, kept, turned over, and not to be had. A proof: it starts servers of its own. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KeyTiming } from '../../gateway/identity/issuers.ts';
import { openWorld, soonest, type World } from '../kit.ts';
import { AUDIENCE, type Issuer, openIssuer } from './authorization-server.ts';
import { ask, atNoon, DEPARTMENT_QUERY, NOON, NOW } from './bound-tokens.ts';

atNoon();

describe('keys of an issuer', () => {
  const worlds: World[] = [];
  const issuers: Issuer[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
    for (const issuer of issuers.splice(0)) await issuer.close();
  });
  const open = async (settings: (url: string) => object, timing: KeyTiming) => {
    const issuer = await openIssuer();
    issuers.push(issuer);
    const world = await openWorld(soonest(), {
      // How long keys are kept is told to one process here.
      wire: false,
      environment: { TOKEN_ISSUERS: JSON.stringify([settings(issuer.url)]) },
      keyTiming: timing,
    });
    worlds.push(world);
    world.setNow(NOON.toISOString());
    const send = async () => {
      const token = await issuer.sign({ role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 });
      return (await ask(`${world.server.url}/graphql`, { authorization: `Bearer ${token}` }, DEPARTMENT_QUERY)).status;
    };
    return { issuer, send };
  };
  const DAY = 86_400_000;

  it('a key that the issuer turned to is found, and the one that it gave up is believed no more', async () => {
    const { issuer, send } = await open((url) => ({ issuer: url, audience: AUDIENCE }), {
      cooldown: 0,
      fresh: 0,
      stale: DAY,
    });
    expect(await send()).toBe(200);
    const old = await issuer.sign({ role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 });
    const [world] = worlds;
    // Known by now, and asked with again.
    for (const _time of [1, 2])
      expect(
        (await ask(`${world?.server.url}/graphql`, { authorization: `Bearer ${old}` }, DEPARTMENT_QUERY)).status,
      ).toBe(200);
    await issuer.rotate();
    expect(await send()).toBe(200);
    expect((await ask(`${world?.server.url}/graphql`, { authorization: `Bearer ${old}` })).status).toBe(401);
  });

  it('an issuer that does not answer goes on with the keys it had; one that never did is told apart from a bad token', async () => {
    const { issuer, send } = await open((url) => ({ issuer: url, audience: AUDIENCE }), {
      cooldown: 0,
      fresh: 0,
      stale: DAY,
    });
    issuer.down(true);
    expect(await send()).toBe(503);
    issuer.down(false);
    expect(await send()).toBe(200);
    issuer.down(true);
    expect([await send(), await send(), await send()]).toEqual([200, 200, 200]);
  });

  it('keys that could not be looked at again for too long are believed no more', async () => {
    const { issuer, send } = await open((url) => ({ issuer: url, audience: AUDIENCE }), {
      cooldown: 0,
      fresh: DAY,
      stale: 1_000,
    });
    expect(await send()).toBe(200);
    issuer.down(true);
    expect(await send()).toBe(200);
    vi.setSystemTime(new Date(NOON.getTime() + 2_000));
    try {
      expect(await send()).toBe(503);
    } finally {
      vi.setSystemTime(NOON);
    }
  });

  it('unknown keys are not looked for at every token', async () => {
    const { issuer, send } = await open((url) => ({ issuer: url, audience: AUDIENCE, jwks: `${url}/jwks` }), {
      cooldown: 30_000,
      fresh: DAY,
      stale: DAY,
    });
    expect(await send()).toBe(200);
    const before = issuer.keyRequests();
    const [world] = worlds;
    for (let number = 0; number < 20; number += 1) {
      const token = await issuer.sign(
        { role: 'department', unit: 'HRB-PERMIT', exp: NOW + 300 },
        { kid: `k${number}` },
      );
      expect((await ask(`${world?.server.url}/graphql`, { authorization: `Bearer ${token}` })).status).toBe(401);
    }
    expect(issuer.keyRequests()).toBe(before);
  });
});
