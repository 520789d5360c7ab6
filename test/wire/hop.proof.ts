/** Past the door: a subgraph in a process of its own answers what a gateway has signed, once, and nothing else (adversarial case 33). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  databases,
  type Holder,
  MEI,
  NO_JOBS,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { type Asking, askPart, bodyOf, hopOf, type Part, REQUEST, send } from './asking-parts.ts';

const LOAN = { 'credit-purpose': 'LOAN_ORIGINATION' };
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const OPEN: Asking = { subgraph: 'public-credit', query: NAME, variables: { id: COMPANY } };
const refused = ({ status, data, errors }: Part) => [
  status,
  data ?? null,
  errors?.map(({ extensions: { code, reason } }) => `${code} ${reason}`),
];
const closed = (reason: string) => [401, null, [`UNAUTHENTICATED ${reason}`]];

describe.runIf(databases().includes('postgresql'))('a subgraph in a server of its own', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: { ...NO_JOBS, SENDER_CONSTRAINED: 'off' } });
  });
  afterAll(() => world.close());

  const bearer = async (holder: Parameters<World['token']>[0]) => ({
    authorization: `Bearer ${await world.token(holder)}`,
  });

  it('A23.5 answers a gateway, whoever asks there', async () => {
    const { status, data } = await askPart(world, OPEN);
    expect([status, data.subject.name]).toEqual([200, '哈尔滨示例冰雪设备有限公司']);
  });

  it('A23.5 adversarial 33: without a signature nothing is answered by any of them, `_entities` and `_service` neither', async () => {
    for (const subgraph of SUBGRAPH_NAMES)
      for (const query of [
        '{ __typename }',
        '{ _service { sdl } }',
        '{ __schema { types { name } } }',
        '{ _entities(representations: [{ __typename: "CreditSubject", id: "x" }]) { __typename } }',
      ])
        for (const headers of [{}, await bearer(BANK_A), await bearer(subject(MEI))])
          expect(refused(await send(world, subgraph, bodyOf({ query }), headers))).toEqual(closed('HOP_MISSING'));
  });

  it('A23.5 adversarial 33: what was sent once is not answered again, by it or by a sibling', async () => {
    const body = bodyOf(OPEN);
    const hop = await hopOf(world, OPEN, body);
    const headers = { 'credit-hop': hop };
    expect((await send(world, OPEN.subgraph, body, headers)).status).toBe(200);
    expect(refused(await send(world, OPEN.subgraph, body, headers))).toEqual(closed('HOP_REPLAYED'));
    for (const sibling of SUBGRAPH_NAMES.filter((name) => name !== OPEN.subgraph))
      expect(refused(await send(world, sibling, body, headers))).toEqual(closed('HOP_OTHER_SUBGRAPH'));
    // Many at once: one alone is answered.
    const again = { 'credit-hop': await hopOf(world, OPEN, body) };
    const all = await Promise.all(Array.from({ length: 8 }, () => send(world, OPEN.subgraph, body, again)));
    expect(all.filter(({ data }) => data !== null).length).toBe(1);
  });

  it('A23.5 adversarial 33: a replayed change changes nothing', async () => {
    const query = 'mutation { lockSharing(reason: "防止冒用") { lockedSince } }';
    const owner = subject(COMPANY);
    const change: Asking = { subgraph: 'public-credit', query, headers: await bearer(owner), requestId: randomUUID() };
    const body = bodyOf(change);
    const headers = { ...change.headers, 'credit-hop': await hopOf(world, change, body) };
    expect((await send(world, 'public-credit', body, headers)).errors).toBeUndefined();
    expect((await world.ask(owner, 'mutation { unlockSharing { lockedSince } }')).errors).toBeUndefined();
    expect(refused(await send(world, 'public-credit', body, headers))).toEqual(closed('HOP_REPLAYED'));
    expect((await world.ask(owner, '{ me { lock { lockedSince } } }')).data.me.lock).toBeNull();
  });

  it('A23.5 adversarial 33: of another body, another time, or two at once', async () => {
    const body = bodyOf(OPEN);
    const other = bodyOf({ ...OPEN, variables: { id: MEI } });
    expect(refused(await send(world, OPEN.subgraph, other, { 'credit-hop': await hopOf(world, OPEN, body) }))).toEqual(
      closed('HOP_OTHER_BODY'),
    );
    const now = world.server.platform.now().getTime();
    for (const at of [now - 31_000, now + 31_000])
      expect(
        refused(
          await send(world, OPEN.subgraph, body, {
            'credit-hop': await hopOf(world, { ...OPEN, at: new Date(at) }, body),
          }),
        ),
      ).toEqual(closed('HOP_NOT_NOW'));
    const two = `${await hopOf(world, OPEN, body)}, ${await hopOf(world, OPEN, body)}`;
    expect(refused(await send(world, OPEN.subgraph, body, { 'credit-hop': two }))).toEqual(closed('HOP_NOT_SIGNED'));
  });

  it('A23.5 the caller is who its token says, and a bound token needs what the door saw proven', async () => {
    const issuer = world.server.issuer;
    const claims = { sub: 'BANK-A', role: 'party', unit: 'BANK-A', cnf: { jkt: 'thumbprint-of-the-bank' } };
    const token = (await issuer?.signAt(claims, '15m', world.server.platform.now())) ?? '';
    const query = '{ agreements(first: 5) { nodes { party { code } } } }';
    const ask = (key?: string) =>
      askPart(world, {
        subgraph: 'catalog',
        query,
        requestId: randomUUID(),
        headers: { ...LOAN, authorization: `DPoP ${token}` },
        ...(key === undefined ? {} : { key }),
      });
    expect((await ask('thumbprint-of-the-bank')).data).toEqual({
      agreements: { nodes: [{ party: { code: 'BANK-A' } }] },
    });
    for (const key of [undefined, 'thumbprint-of-another'])
      expect(await ask(key)).toMatchObject({
        status: 401,
        data: null,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    const forged = { ...LOAN, authorization: `Bearer ${'x'.repeat(20)}` };
    expect(await askPart(world, { subgraph: 'catalog', query, headers: forged })).toMatchObject({
      status: 401,
      data: null,
    });
  });

  it('A17.1 a question is one caller’s: another’s part of it is not answered', async () => {
    const requestId = randomUUID();
    const of = async (holder: Holder) => ({
      ...OPEN,
      variables: { id: COMPANY },
      requestId,
      headers: { ...LOAN, ...(await bearer(holder)) },
    });
    expect((await askPart(world, await of(BANK_A))).data.subject.name).toBe('哈尔滨示例冰雪设备有限公司');
    const other = await askPart(world, await of(BANK_B));
    expect([other.data, other.extensions.credit.unsettled]).toEqual([null, true]);
    // More of the same question is, and is the same entry.
    expect((await askPart(world, await of(BANK_A))).data.subject.name).toBe('哈尔滨示例冰雪设备有限公司');
    const { data } = await world.ask(
      subject(COMPANY),
      '{ me { disclosures(first: 50) { nodes { recipient { code } } } } }',
    );
    expect(
      data.me.disclosures.nodes.filter(
        (one: { recipient: { code: string } | null }) => one.recipient?.code === 'BANK-A',
      ).length,
    ).toBe(1);
  });

  it('A23.5 from outside no such header does anything at the door', async () => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'credit-hop': await hopOf(world, { subgraph: 'public-credit', requestId: REQUEST }, bodyOf(OPEN)),
      },
      body: bodyOf(OPEN),
    });
    expect((await response.json()) as unknown).toEqual({ data: { subject: { name: '哈尔滨示例冰雪设备有限公司' } } });
  });

  it('tells a load balancer whether it serves, and nothing more', async () => {
    for (const name of SUBGRAPH_NAMES) {
      const url = world.wired?.servers[name].url;
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ alive: true, subgraph: name });
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, subgraph: name });
      for (const path of ['/', '/docs', '/schema.graphql', '/metrics', '/reports', '/evidence'])
        expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
    }
  });
});
