/** How often one asker may ask: by network for the public, by who he is for everybody else, over all gateways of one database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, networkOf, proxyList } from '../../gateway/message/address.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { forgetProofs } from '../../subgraphs/request/admission.ts';
import { BANK_A, COMPANY, databases, type Holder, MEI, openWorld, subject, type World } from '../kit.ts';
import { withTwoGateways } from './two-gateways.ts';

const LIMITS = { RATE_PUBLIC: '20', RATE_SUBJECT: '60', RATE_UNIT: '40' };

async function ask(url: string, authorization: string | undefined, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...headers,
    },
    body: '{"query":"{ purposes { code } }"}',
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
}

/** How many of `tries` are answered, all sent at once. */
const answered = async (tries: number, send: (index: number) => Promise<{ status: number }>): Promise<number> =>
  (await Promise.all(Array.from({ length: tries }, (_, index) => send(index)))).filter(({ status }) => status === 200)
    .length;

describe.each(databases())('rates (%s)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: LIMITS });
  });
  afterAll(() => world.close());

  const bearer = async (holder: Holder) => `Bearer ${await world.token(holder)}`;

  it('adversarial 66: the public is counted by network, whatever a header says of it', async () => {
    const { url } = world.server;
    expect(await answered(30, (index) => ask(url, undefined, { 'x-forwarded-for': `203.0.113.${index}` }))).toBe(20);
    const refused = await ask(url, undefined, { forwarded: 'for=203.0.113.99', 'x-real-ip': '203.0.113.99' });
    expect(refused).toMatchObject({
      status: 429,
      body: {
        errors: [{ message: 'More than 20 requests a minute.', extensions: { code: 'TOO_COSTLY', reason: 'RATE' } }],
      },
    });
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
    // Tokens are not to be tried out either: they count where they come from.
    expect((await ask(url, 'Bearer no.token.atall')).status).toBe(429);
  });

  it('adversarial 66: a unit is counted as one, by however many clients and tokens it asks', async () => {
    const { url } = world.server;
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => world.token(BANK_A, '5m').then((token) => `Bearer ${token}`)),
    );
    expect(await answered(50, async (index) => ask(url, sent[index]))).toBe(40);
    // Another unit asks on, and so does another role of nobody's count.
    expect((await ask(url, await bearer({ role: 'party', unit: 'BANK-B' }))).status).toBe(200);
  });

  it('A24.2 a subject is guarded against abuse alone, and is not hindered by what others ask from the same network', async () => {
    const { url } = world.server;
    expect((await ask(url, undefined)).status).toBe(429);
    const mine = await bearer(subject(MEI));
    expect(await answered(70, () => ask(url, mine))).toBe(60);
    expect((await ask(url, await bearer(subject(COMPANY)))).status).toBe(200);
    expect(() => readConfig({ RATE_SUBJECT: '59' })).toThrow(ConfigFault);
    expect(() => readConfig({ RATE_SUBJECT: '59' })).toThrow(/RATE_SUBJECT: .*Article 24/);
  });
});

describe.runIf(databases().includes('postgresql'))('two gateways over one database', () => {
  it('adversarial 66: count together, and hold no address and no id of a subject', async () => {
    await withTwoGateways(LIMITS, async (first, second) => {
      const count = await answered(60, (index) => ask((index % 2 === 0 ? first : second).url, undefined));
      // Each takes two at a time: what one still holds is lost to who goes to the other.
      expect(count).toBeLessThanOrEqual(20);
      expect(count).toBeGreaterThanOrEqual(18);
      const nobody = {
        role: 'PUBLIC',
        unit: null,
        purpose: null,
        caseReference: null,
        subjectId: null,
        today: '2026-11-20',
      } as const;
      const KEYS = { name: 'keys', text: 'select key from control.rate' };
      const { database: store } = first.platform;
      const keys = await store.execute<{ key: string }>(nobody, 'admission', KEYS, []);
      expect(keys).toEqual([{ key: expect.stringMatching(/^n:[0-9a-f]{32}$/) }]);
      for (const role of ['public', 'operator', 'control'] as const)
        await expect(store.execute(nobody, role, KEYS, [])).rejects.toThrow(/permission denied/);
      // Counts that have run out are deleted, others stand.
      await forgetProofs(first.platform);
      expect(await store.execute(nobody, 'admission', KEYS, [])).toHaveLength(1);
      const OVER = { name: 'over', text: `insert into control.rate (key, points, expire) values ('over', 1, 1)` };
      await store.execute(nobody, 'admission', OVER, []);
      // Nor does one that runs run out before its time.
      await store.execute(nobody, 'admission', { name: 'sooner', text: 'update control.rate set expire = 1' }, []);
      await forgetProofs(second.platform);
      expect(await store.execute(nobody, 'admission', KEYS, [])).toEqual(keys);
    });
  });
});

describe('addresses', () => {
  const message = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as never;

  it('adversarial 66: are told by proxies of the settings alone, and of them the last that is not ours counts', () => {
    const proxies = proxyList(['10.0.0.0/8', '2001:db8:1::/48']);
    expect(addressOf(message('203.0.113.5', '198.51.100.1'), proxies)).toBe('203.0.113.5');
    expect(addressOf(message('10.1.2.3', '198.51.100.1'), proxies)).toBe('198.51.100.1');
    expect(addressOf(message('::ffff:10.1.2.3', '198.51.100.1'), proxies)).toBe('198.51.100.1');
    // What the client wrote before the proxy did stands to the left.
    expect(addressOf(message('10.1.2.3', '1.1.1.1, 198.51.100.1, 10.9.9.9'), proxies)).toBe('198.51.100.1');
    expect(addressOf(message('2001:db8:1::5', '2001:db8:2::9'), proxies)).toBe('2001:db8:2::9');
    // Some proxies write the port behind it.
    expect(addressOf(message('10.1.2.3', '198.51.100.1:4711'), proxies)).toBe('198.51.100.1');
    expect(addressOf(message('10.1.2.3', '198.51.100.1, 10.9.9.9:80'), proxies)).toBe('198.51.100.1');
    for (const six of ['[2001:db8:2::9]:4711', '[2001:db8:2::9]', '2001:db8:2::9'])
      expect(addressOf(message('10.1.2.3', six), proxies)).toBe('2001:db8:2::9');
    expect(addressOf(message('10.1.2.3', '[::ffff:198.51.100.1]:1'), proxies)).toBe('198.51.100.1');
    for (const nothing of [undefined, '', 'unknown', '999.1.1.1', "'; drop", '198.51.100.1:', '[198.51.100.1', ':80'])
      expect(addressOf(message('10.1.2.3', nothing), proxies)).toBe('10.1.2.3');
    expect(() => readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, elsewhere' })).toThrow(/TRUSTED_PROXIES/);
    expect(() => readConfig({ TRUSTED_PROXIES: '10.0.0.0/33' })).toThrow(/TRUSTED_PROXIES/);
  });

  it('adversarial 66: all of a /64 are one asker, however they are written', () => {
    const network = networkOf('2001:db8:0:7::1');
    for (const same of [
      '2001:db8:0:7:ffff:ffff:ffff:ffff',
      '2001:0DB8:0000:0007::',
      '2001:db8::7:0:0:0:1',
      '2001:db8:0:7::192.0.2.1',
    ])
      expect(networkOf(same)).toBe(network);
    for (const other of ['2001:db8:0:8::1', '2001:db8::1', '::1', 'fe80::1%eth0', '192.0.2.1'])
      expect(networkOf(other)).not.toBe(network);
    expect(networkOf('::')).toBe(networkOf('::ffff'));
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  });
});
